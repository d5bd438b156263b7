MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:PRODUCES]->(o:Instrument)
WITH p, t, o
MATCH (p)-[:HAS_TASK]->(u:Task)-[:PRODUCES]->(o)
WHERE u.id <> t.id
WITH p, t, u, o
OPTIONAL MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(g:Agency|Collective|LeadingGroup)
WITH p, t, u, o, collect(DISTINCT g.id) AS ones
OPTIONAL MATCH (u)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(h:Agency|Collective|LeadingGroup)
WITH p, t, u, o, ones, collect(DISTINCT h.id) AS others
WHERE none(x IN ones WHERE x IN others)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, u.id AS about, u.locator AS other, coalesce(o.title, o.document_number) AS product
