// Every body of every plan with the number of its tasks: the measure picks those that stand out.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WITH p, count(t) AS total
MATCH (p)-[:HAS_TASK]->(u:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'named'})-[:ASSIGNEE]->(g:Agency)
WITH p, total, g, count(DISTINCT u) AS tasks
RETURN p.id AS plan, g.id AS subject, -1 AS position, '' AS locator, g.name AS quote, g.name AS body, tasks,
       tasks AS load, total
