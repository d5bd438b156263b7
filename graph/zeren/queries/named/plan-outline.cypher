// title.zh = "方案的结构"
// title.en = "Outline of a plan"
// question.zh = "方案有哪些章节，各级下面直接有多少任务？"
// question.en = "Which sections has a plan, and how many tasks stand directly below each?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.depth = "integer"
// columns.number = "text"
// columns.title = "text"
// columns.tasks = "integer"
// columns.position = "integer"
// columns.section = "text"
// order = ["plan", "position", "section"]
MATCH (p:Plan)-[:HAS_SECTION*1..8]->(s:Section)
WHERE ($plan = '' OR p.id = $plan)
WITH DISTINCT p, s
OPTIONAL MATCH (s)-[:CONTAINS]->(t:Task)
RETURN p.id AS plan, s.depth AS depth, s.number AS number, s.title AS title, count(t) AS tasks,
       s.position AS position, s.id AS section
