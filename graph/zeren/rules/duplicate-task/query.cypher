// The same body does or leads both. Whoever only helps on one of them (配合A) is no second owner.
MATCH (t:Task)-[s:SIMILAR_TO]-(:Task)
WITH t, s.score AS score
WHERE score >= $score
WITH t, count(score) AS partners
WHERE partners <= $partners
MATCH (t)-[r:SIMILAR_TO]-(u:Task)
WITH t, u, r.score AS score
WHERE score >= $score
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment) WHERE any(word IN $helping WHERE a.verb CONTAINS word) }
  AND NOT EXISTS { MATCH (u)-[:HAS_ASSIGNMENT]->(b:Assignment) WHERE any(word IN $helping WHERE b.verb CONTAINS word) }
MATCH (t)-[:HAS_ASSIGNMENT]->(c:Assignment)-[:ASSIGNEE]->(g:Agency|LeadingGroup)
WHERE c.role IN ['accountable', 'lead', 'responsible'] AND c.naming = 'named'
WITH t, u, c, g
MATCH (u)-[:HAS_ASSIGNMENT]->(d:Assignment)-[:ASSIGNEE]->(g)
WHERE d.role IN ['accountable', 'lead', 'responsible']
WITH t, u, c
MATCH (p:Plan)-[:HAS_TASK]->(t)
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       c.name_as_written AS body, c.position AS place, u.id AS about, u.locator AS other
