MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline {type: 'recurring'})
MATCH (t)-[:DUE]->(e:Deadline {type: 'by'})
WHERE e.source <> d.source
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.text AS interval, e.text AS limit
