MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline)
WHERE p.issued IS NOT NULL AND d.date IS NOT NULL AND d.type IN ['by', 'between', 'start_by']
  AND d.date - $grace < p.issued
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.text AS limit,
       d.date AS day, p.issued AS issued, CASE WHEN d.date < p.issued THEN 'error' ELSE 'warning' END AS severity
