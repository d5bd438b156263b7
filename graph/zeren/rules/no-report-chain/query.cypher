MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WITH p, count(t.id) AS tasks, sum(CASE WHEN t.text =~ ('(?s).*(' + $report + ').*') THEN 1 ELSE 0 END) AS reports
WHERE tasks >= $least AND reports = 0
RETURN p.id AS plan, p.id AS subject, -1 AS position, '' AS locator, p.title AS quote
