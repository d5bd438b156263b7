MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency)
WHERE p.issued IS NOT NULL AND g.valid_to IS NOT NULL AND g.valid_to < p.issued
OPTIONAL MATCH (g)-[:SUCCEEDED_BY]->(h:Agency)
RETURN DISTINCT p.id AS plan, g.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS `key`, a.name_as_written AS body, p.issued AS issued, g.valid_to AS until, h.name AS successor
