// Headings below one heading or the plan that count alike, then tasks; the first of a list may start anywhere (an excerpt).
MATCH (p:Plan)-[:HAS_SECTION]->(s:Section)
WHERE s.ordinal > 1
WITH p, s, s.ordinal - 1 AS missing
WHERE EXISTS { MATCH (p)-[:HAS_SECTION]->(u:Section) WHERE u.series = s.series AND u.ordinal < missing }
  AND NOT EXISTS { MATCH (p)-[:HAS_SECTION]->(v:Section) WHERE v.ordinal = missing }
RETURN p.id AS plan, s.id AS subject, -1 AS position, s.locator AS locator, s.title AS quote, missing
UNION ALL
MATCH (p:Plan)-[:HAS_SECTION*1..8]->(q:Section)-[:HAS_SECTION]->(s:Section)
WHERE s.ordinal > 1
WITH p, q, s, s.ordinal - 1 AS missing
WHERE EXISTS { MATCH (q)-[:HAS_SECTION]->(u:Section) WHERE u.series = s.series AND u.ordinal < missing }
  AND NOT EXISTS { MATCH (q)-[:HAS_SECTION]->(v:Section) WHERE v.ordinal = missing }
RETURN p.id AS plan, s.id AS subject, -1 AS position, s.locator AS locator, s.title AS quote, missing
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)<-[:CONTAINS]-(q:Section)
WHERE t.ordinal > 1
WITH p, q, t, t.ordinal - 1 AS missing
WHERE EXISTS { MATCH (q)-[:CONTAINS]->(u:Task) WHERE u.ordinal < missing }
  AND NOT EXISTS { MATCH (p)-[:HAS_TASK]->(v:Task) WHERE v.ordinal = missing }
  AND NOT EXISTS { MATCH (q)-[:HAS_SECTION]->(w:Section) WHERE w.ordinal = missing }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, missing
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.ordinal > 1 AND NOT EXISTS { MATCH (:Section)-[:CONTAINS]->(t) }
WITH p, t, t.ordinal - 1 AS missing
WHERE EXISTS { MATCH (p)-[:HAS_TASK]->(u:Task) WHERE u.ordinal < missing }
  AND NOT EXISTS { MATCH (p)-[:HAS_TASK]->(v:Task) WHERE v.ordinal = missing }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, missing
