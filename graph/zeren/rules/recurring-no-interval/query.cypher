MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WITH p, t, replace(t.text, $other, '') AS said
WHERE any(word IN $words WHERE said CONTAINS word)
  AND NOT EXISTS { MATCH (t)-[:DUE]->(d:Deadline) WHERE d.rrule IS NOT NULL }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
