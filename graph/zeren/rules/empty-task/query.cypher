UNWIND $slogans AS slogan
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.text CONTAINS slogan AND size(t.text) <= $longest AND none(word IN $results WHERE t.text CONTAINS word)
  AND NOT EXISTS { MATCH (t)-[:DUE]->(d:Deadline) WHERE d.type <> 'ongoing' }
WITH p, t, count(slogan) AS n
WHERE n >= $least
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
