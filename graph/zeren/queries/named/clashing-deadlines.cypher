// title.zh = "互相矛盾的时限"
// title.en = "Deadlines that clash"
// question.zh = "哪些任务在正文和时限栏（或标题）里写了不同的日期？"
// question.en = "Which tasks have one date in their words and another in the column or heading?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.text_limit = "text"
// columns.text_date = "date"
// columns.other_limit = "text"
// columns.other_date = "date"
// columns.other_source = "text"
// columns.position = "integer"
// columns.task = "text"
// order = ["plan", "position", "task", "text_date", "other_date", "text_limit", "other_limit"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline {source: 'text'})
WHERE ($plan = '' OR p.id = $plan) AND d.date IS NOT NULL
MATCH (t)-[:DUE]->(e:Deadline)
WHERE e.source <> 'text' AND (e.date IS NULL OR e.date <> d.date)
RETURN p.id AS plan, t.locator AS locator, d.text AS text_limit, d.date AS text_date, e.text AS other_limit,
       e.date AS other_date, e.source AS other_source, t.position AS position, t.id AS task
