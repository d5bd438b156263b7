MATCH (p:Plan)-[:SETS_UP]->(u:LeadingGroup)<-[:MEMBER_OF]-(m:Agency)
WHERE u.set_up
WITH p, u, count(DISTINCT m.id) AS members
WHERE members >= $least
MATCH (p)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency)
WHERE a.role IN ['accountable', 'lead', 'responsible'] AND g.level IS NOT NULL AND g.kind <> 'vertical'
  AND NOT EXISTS { MATCH (g)-[:MEMBER_OF]->(u) } AND NOT EXISTS { MATCH (u)-[:OFFICE_AT]->(g) }
WITH p, u, g, count(DISTINCT t.id) AS tasks, min(a.name_as_written) AS name
WHERE tasks >= $tasks
RETURN p.id AS plan, u.id AS subject, -1 AS position, u.locator AS locator, u.name AS quote, name AS body, g.id AS about
