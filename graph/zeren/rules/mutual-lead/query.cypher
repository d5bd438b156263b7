MATCH (t:Task)-[s:SIMILAR_TO]-(u:Task)
WITH t, u, s.score AS score
WHERE score >= $score
MATCH (t)<-[:LEADS]-(g:Agency)-[:JOINS|SUPPORTS]->(u)
WITH t, u, g
MATCH (u)<-[:LEADS]-(h:Agency)-[:JOINS|SUPPORTS]->(t)
WITH t, u, g, h
MATCH (p:Plan)-[:HAS_TASK]->(t)
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       g.name AS body, u.id AS about, u.locator AS other, h.name AS other_body
