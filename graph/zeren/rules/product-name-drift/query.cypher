// Told at the place read later, against the first place of the other title.
MATCH (o:Instrument)-[:RESEMBLES]->(q:Instrument)
WITH o, q
MATCH (p:Plan)-[:HAS_TASK]->(u:Task)-[:CITES|PRODUCES]->(o)
WITH p, o, q, min(u.position) AS first
MATCH (p)-[:HAS_TASK]->(t:Task)-[:CITES|PRODUCES]->(q)
WITH p, o, q, first, min(t.position) AS second
MATCH (p)-[:HAS_TASK]->(v:Task)-[:CITES|PRODUCES]->(o)
WHERE v.position = first
WITH p, o, q, v, second
MATCH (p)-[:HAS_TASK]->(w:Task)-[:CITES|PRODUCES]->(q)
WHERE w.position = second
RETURN DISTINCT p.id AS plan, w.id AS subject, w.position AS position, w.locator AS locator, w.text AS quote, o.title AS `key`,
       v.id AS about, v.locator AS other, q.title AS title, o.title AS other_title
