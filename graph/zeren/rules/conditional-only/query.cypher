MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline {type: 'conditional'})
WHERE NOT EXISTS { MATCH (t)-[:DUE]->(e:Deadline) WHERE e.type <> 'conditional' }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.text AS limit
