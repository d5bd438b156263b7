// title.zh = "各季度到期的任务"
// title.en = "Tasks due by quarter"
// question.zh = "每个季度有多少任务到期，涉及多少单位？"
// question.en = "How many tasks fall due in each quarter, and how many bodies do they concern?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.quarter = "text"
// columns.tasks = "integer"
// columns.bodies = "integer"
// order = ["quarter"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline)
WHERE ($plan = '' OR p.id = $plan) AND d.quarter IS NOT NULL AND d.type IN ['by', 'between']
OPTIONAL MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(g:Agency)
RETURN d.quarter AS quarter, count(DISTINCT t) AS tasks, count(DISTINCT g) AS bodies
