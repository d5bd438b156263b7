MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'supervise', naming: 'named'})
WHERE NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment {role: 'lead'}) }
WITH p, t, count(a) AS supervisors
WHERE supervisors >= $least
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {role: 'supervise', naming: 'named'})
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place
