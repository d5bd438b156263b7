// A group whose members the plan does not name was set up by another paper.
MATCH (p:Plan)-[:SETS_UP]->(u:LeadingGroup)
WHERE u.set_up AND u.sunset IS NULL AND EXISTS { MATCH (m)-[:MEMBER_OF]->(u) } AND none(word IN $standing WHERE p.title CONTAINS word)
RETURN p.id AS plan, u.id AS subject, -1 AS position, u.locator AS locator, u.name AS quote
