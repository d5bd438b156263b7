// title.zh = "各单位的工作量"
// title.en = "Departments by load"
// question.zh = "各单位承担多少任务，其中牵头多少，按角色加权后是多少？"
// question.en = "How many tasks does each body carry, how many of them in front, and how much weighted by role?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// parameters.accountable = { type = "number", default = 100, zh = "负总责的权重，百分数", en = "weight of being accountable, in hundredths" }
// parameters.lead = { type = "number", default = 100, zh = "牵头的权重，百分数", en = "weight of a lead, in hundredths" }
// parameters.responsible = { type = "number", default = 70, zh = "负责的权重，百分数", en = "weight of a doer, in hundredths" }
// parameters.joint = { type = "number", default = 50, zh = "会同的权重，百分数", en = "weight of a joint body, in hundredths" }
// parameters.supervise = { type = "number", default = 30, zh = "监督指导的权重，百分数", en = "weight of a supervisor, in hundredths" }
// parameters.support = { type = "number", default = 30, zh = "配合的权重，百分数", en = "weight of a supporting body, in hundredths" }
// columns.body = "text"
// columns.level = "text"
// columns.tasks = "integer"
// columns.leads = "integer"
// columns.load = "number"
// columns.agency = "text"
// order = ["-load", "-tasks", "body", "agency"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency)
WHERE ($plan = '' OR p.id = $plan)
WITH DISTINCT g, t, a.role AS role
WITH g, t, role,
     CASE role WHEN 'accountable' THEN $accountable WHEN 'lead' THEN $lead WHEN 'responsible' THEN $responsible
               WHEN 'joint' THEN $joint WHEN 'supervise' THEN $supervise ELSE $support END AS weight
WITH g, count(DISTINCT t) AS tasks, sum(CASE WHEN role IN ['lead', 'accountable'] THEN 1 ELSE 0 END) AS leads,
     sum(weight) AS hundredths
RETURN g.name AS body, g.level AS level, tasks, leads, hundredths / 100.0 AS load, g.id AS agency
