// title.zh = "没有牵头单位的任务"
// title.en = "Tasks without a lead"
// question.zh = "哪些任务写了单位，却没有牵头或负总责的单位？"
// question.en = "Which tasks name bodies, but none that leads or answers for the whole?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.section = "text"
// columns.text = "text"
// columns.bodies = "integer"
// columns.position = "integer"
// columns.task = "text"
// order = ["plan", "position", "task"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)
WHERE ($plan = '' OR p.id = $plan)
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(l:Assignment) WHERE l.role IN ['lead', 'accountable'] }
WITH p, t, count(a) AS bodies
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.locator AS locator, s.title AS section, t.text AS text, bodies, t.position AS position,
       t.id AS task
