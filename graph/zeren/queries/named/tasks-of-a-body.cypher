// title.zh = "某单位的任务"
// title.en = "Tasks of a body"
// question.zh = "某单位承担哪些任务，各是什么角色？"
// question.en = "Which tasks does a body carry, and in which role?"
// parameters.body = { type = "text", zh = "单位全称，或方案里的写法", en = "full name of the body, or its name as a plan writes it" }
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.role = "text"
// columns.written = "text"
// columns.text = "text"
// columns.position = "integer"
// columns.task = "text"
// order = ["plan", "position", "task", "role", "written"]
MATCH (g:Agency|Collective|LeadingGroup|EnterpriseClass)<-[:ASSIGNEE]-(a:Assignment)<-[:HAS_ASSIGNMENT]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE g.name = $body AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.id AS plan, t.locator AS locator, a.role AS role, a.name_as_written AS written, t.text AS text,
       t.position AS position, t.id AS task
UNION
MATCH (a:Assignment)<-[:HAS_ASSIGNMENT]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.name_as_written = $body AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.id AS plan, t.locator AS locator, a.role AS role, a.name_as_written AS written, t.text AS text,
       t.position AS position, t.id AS task
