MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline {source: 'text'})
WHERE d.date IS NOT NULL AND d.type IN ['by', 'between', 'start_by']
WITH p, t, d, d.date AS day
WHERE NOT EXISTS {
    MATCH (t)-[:DUE]->(e:Deadline {source: 'column'})
    WHERE e.date = day OR (e.start IS NOT NULL AND e.start <= day AND day <= e.date)
  }
MATCH (t)-[:DUE]->(c:Deadline {source: 'column'})
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.text AS limit,
       c.text AS column_limit
