MATCH (q:Section)-[:HAS_SECTION]->(s:Section)-[:DUE]->(d:Deadline)
MATCH (q)-[:HAS_SECTION]->(u:Section)-[:DUE]->(e:Deadline)
WHERE s.position < u.position AND e.start IS NOT NULL AND d.date IS NOT NULL AND e.start < d.date AND d.date < e.date
WITH q, s, u, d, e
MATCH (p:Plan)-[:HAS_SECTION*1..8]->(q)
RETURN p.id AS plan, u.id AS subject, -1 AS position, u.locator AS locator, u.title AS quote,
       e.start AS start, s.locator AS other, d.date AS until, s.id AS about
