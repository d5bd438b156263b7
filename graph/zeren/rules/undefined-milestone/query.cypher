MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.text =~ ('(?s).*(' + $milestone + ').*')
  AND NOT EXISTS { MATCH (t)-[:DUE]->(d:Deadline) WHERE d.type IN ['by', 'start_by', 'between', 'recurring'] }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
