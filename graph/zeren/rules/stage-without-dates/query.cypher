MATCH (p:Plan)-[:HAS_SECTION*1..8]->(s:Section)
WHERE any(word IN $stages WHERE s.title CONTAINS word)
  AND NOT EXISTS { MATCH (:Deadline)<-[:DUE]-(:Section)-[:HAS_SECTION*0..6]->(s) }
  AND NOT EXISTS { MATCH (s)-[:HAS_SECTION*0..6]->(:Section)-[:DUE]->(:Deadline) }
  AND NOT EXISTS { MATCH (s)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(:Task)-[:DUE]->(d:Deadline) WHERE d.date IS NOT NULL }
RETURN p.id AS plan, s.id AS subject, -1 AS position, s.locator AS locator, s.title AS quote
