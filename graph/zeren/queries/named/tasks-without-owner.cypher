// title.zh = "没有责任单位的任务"
// title.en = "Tasks without an owner"
// question.zh = "哪些任务没有写明任何责任单位？"
// question.en = "Which tasks name no body at all?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.section = "text"
// columns.text = "text"
// columns.position = "integer"
// columns.task = "text"
// order = ["plan", "position", "task"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE ($plan = '' OR p.id = $plan) AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) }
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.locator AS locator, s.title AS section, t.text AS text, t.position AS position, t.id AS task
