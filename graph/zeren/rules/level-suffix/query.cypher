MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency)
WHERE a.issue CONTAINS 'level-suffix'
RETURN DISTINCT p.id AS plan, g.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS `key`, a.name_as_written AS body
