MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency {kind: 'vertical'})
WHERE a.role IN ['lead', 'responsible', 'supervise'] AND p.level <> 'national'
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place
