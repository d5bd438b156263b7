MATCH (p:Plan)-[:SETS_UP]->(u:LeadingGroup)
WHERE u.set_up AND NOT EXISTS { MATCH (u)-[:OFFICE_AT]->(:Agency) }
RETURN p.id AS plan, u.id AS subject, -1 AS position, u.locator AS locator, u.name AS quote
