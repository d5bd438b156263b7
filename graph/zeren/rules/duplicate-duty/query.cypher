// Two areas that each do the same on their own ground are no duplicate: one side at least must name a body. A text that
// is like several others is a formula that recurs in all trades (查处……违法行为), unless it is the same word for word.
MATCH (t:Task)-[s:SIMILAR_TO]-(:Task)
WITH t, s.score AS score
WHERE score >= $score
WITH t, count(score) AS partners
MATCH (t)-[r:SIMILAR_TO]-(u:Task)
WITH t, partners, u, r.score AS score
WHERE score >= $same OR (score >= $score AND partners <= $partners)
MATCH (u)-[q:SIMILAR_TO]-(:Task)
WITH t, u, score, q.score AS other_score
WHERE other_score >= $score
WITH t, u, score, count(other_score) AS partners_there
WHERE score >= $same OR partners_there <= $partners
MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency|Collective|LeadingGroup)
WHERE a.role IN ['accountable', 'lead', 'responsible', 'joint']
WITH t, u, collect(DISTINCT g.id) AS ones, collect(DISTINCT a.naming) AS namings
MATCH (u)-[:HAS_ASSIGNMENT]->(b:Assignment)-[:ASSIGNEE]->(h:Agency|Collective|LeadingGroup)
WHERE b.role IN ['accountable', 'lead', 'responsible', 'joint']
WITH t, u, ones, namings, collect(DISTINCT h.id) AS others, collect(DISTINCT b.naming) AS namings_there
WHERE none(x IN ones WHERE x IN others) AND ('named' IN namings OR 'named' IN namings_there)
WITH t, u
MATCH (p:Plan)-[:HAS_TASK]->(t)-[:HAS_ASSIGNMENT]->(c:Assignment)
WHERE c.role IN ['accountable', 'lead', 'responsible', 'joint']
WITH p, t, u, c
MATCH (u)-[:HAS_ASSIGNMENT]->(d:Assignment)
WHERE d.role IN ['accountable', 'lead', 'responsible', 'joint']
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       c.name_as_written AS body, c.position AS place, u.id AS about, u.locator AS other, d.name_as_written AS other_body
