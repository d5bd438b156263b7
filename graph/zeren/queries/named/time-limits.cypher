// title.zh = "任务的时限"
// title.en = "Time limits of tasks"
// question.zh = "每项任务有哪些时限？"
// question.en = "Which time limits has each task?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.type = "text"
// columns.start = "date"
// columns.date = "date"
// columns.quarter = "text"
// columns.text = "text"
// columns.source = "text"
// columns.position = "integer"
// columns.task = "text"
// columns.deadline = "text"
// order = ["plan", "position", "task", "date", "deadline"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline)
WHERE ($plan = '' OR p.id = $plan)
RETURN p.id AS plan, t.locator AS locator, d.type AS type, d.start AS start, d.date AS date, d.quarter AS quarter,
       d.text AS text, d.source AS source, t.position AS position, t.id AS task, d.id AS deadline
