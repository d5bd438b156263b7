MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline)
WHERE d.date IS NOT NULL AND d.type IN ['by', 'between']
WITH p, count(DISTINCT t) AS dated
WHERE dated >= $least
MATCH (p)-[:HAS_TASK]->(u:Task)-[:DUE]->(e:Deadline)
WHERE e.date IS NOT NULL AND e.type IN ['by', 'between']
WITH p, dated, e.date AS day, min(e.text) AS quote, count(DISTINCT u) AS tasks
WHERE tasks * 100 >= $share * dated
MATCH (p)-[:HAS_TASK]->(v:Task)-[:DUE]->(f:Deadline)
WHERE f.date = day AND f.type IN ['by', 'between']
RETURN DISTINCT p.id AS plan, p.id AS subject, -1 AS position, '' AS locator, quote, quote AS `key`, v.locator AS `row`,
       v.position AS place, day, tasks, dated
