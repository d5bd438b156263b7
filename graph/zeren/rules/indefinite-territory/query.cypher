MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'each'})-[:ASSIGNEE]->(g:Collective)
WHERE g.indefinite AND NOT EXISTS { MATCH (g)-[:HAS_MEMBER]->(:Agency) }
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place
