// title.zh = "共同承担任务的单位"
// title.en = "Bodies that work together"
// question.zh = "哪些单位常在同一项任务里出现？"
// question.en = "Which bodies often stand on the same task?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// parameters.least = { type = "integer", default = 2, zh = "至少共同承担的任务数", en = "least number of common tasks" }
// columns.one = "text"
// columns.other = "text"
// columns.tasks = "integer"
// columns.one_agency = "text"
// columns.other_agency = "text"
// order = ["-tasks", "one_agency", "other_agency"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)<-[:LEADS|ANSWERS_FOR|DOES|JOINS|SUPPORTS|SUPERVISES]-(g:Agency)
WHERE ($plan = '' OR p.id = $plan)
MATCH (t)<-[:LEADS|ANSWERS_FOR|DOES|JOINS|SUPPORTS|SUPERVISES]-(h:Agency)
WHERE g.id < h.id
WITH g, h, count(DISTINCT t) AS tasks
WHERE tasks >= $least
RETURN g.name AS one, h.name AS other, tasks, g.id AS one_agency, h.id AS other_agency
