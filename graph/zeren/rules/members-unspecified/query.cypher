MATCH (p:Plan)-[:SETS_UP]->(u:LeadingGroup)<-[:MEMBER_OF]-(c:Collective)
WHERE u.set_up AND NOT EXISTS { MATCH (u)<-[:MEMBER_OF]-(:Agency) }
RETURN p.id AS plan, u.id AS subject, -1 AS position, u.locator AS locator, u.name AS quote, c.name AS body
