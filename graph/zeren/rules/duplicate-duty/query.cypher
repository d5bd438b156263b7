// Two areas that each do the same on their own ground are no duplicate: one side at least must name a body.
MATCH (t:Task)-[s:SIMILAR_TO]-(u:Task)
WITH t, u, s.score AS score
WHERE score >= $score
MATCH (p:Plan)-[:HAS_TASK]->(t)
MATCH (p)-[:HAS_TASK]->(u)
MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency|Collective|LeadingGroup)
WHERE a.role IN ['accountable', 'lead', 'responsible']
WITH p, t, u, collect(DISTINCT g.id) AS ones, collect(DISTINCT a.naming) AS namings
MATCH (u)-[:HAS_ASSIGNMENT]->(b:Assignment)-[:ASSIGNEE]->(h:Agency|Collective|LeadingGroup)
WHERE b.role IN ['accountable', 'lead', 'responsible']
WITH p, t, u, ones, namings, collect(DISTINCT h.id) AS others, collect(DISTINCT b.naming) AS namings_there
WHERE none(x IN ones WHERE x IN others) AND ('named' IN namings OR 'named' IN namings_there)
MATCH (t)-[:HAS_ASSIGNMENT]->(c:Assignment)
WHERE c.role IN ['accountable', 'lead', 'responsible']
MATCH (u)-[:HAS_ASSIGNMENT]->(d:Assignment)
WHERE d.role IN ['accountable', 'lead', 'responsible']
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       c.name_as_written AS body, c.position AS place, u.id AS about, u.locator AS other, d.name_as_written AS other_body
