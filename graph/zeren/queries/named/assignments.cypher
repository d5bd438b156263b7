// title.zh = "谁负责什么"
// title.en = "Who does what"
// question.zh = "每项任务有哪些单位，各是什么角色？"
// question.en = "Which bodies stand on each task, and in which role?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.body = "text"
// columns.level = "text"
// columns.role = "text"
// columns.written = "text"
// columns.naming = "text"
// columns.place = "integer"
// columns.position = "integer"
// columns.task = "text"
// columns.party = "text"
// order = ["plan", "position", "task", "place", "party"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency|Collective|LeadingGroup|EnterpriseClass)
WHERE ($plan = '' OR p.id = $plan)
RETURN p.id AS plan, t.locator AS locator, g.name AS body, g.level AS level, a.role AS role, a.name_as_written AS written,
       a.naming AS naming, a.position AS place, t.position AS position, t.id AS task, g.id AS party
