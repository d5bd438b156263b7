// title.zh = "方案一览"
// title.en = "The plans of the graph"
// question.zh = "图谱里有哪些方案，各有多少任务？"
// question.en = "Which plans are in the graph, and how many tasks has each?"
// columns.plan = "text"
// columns.title = "text"
// columns.jurisdiction = "text"
// columns.issued = "date"
// columns.status = "text"
// columns.tasks = "integer"
// order = ["title", "plan"]
MATCH (p:Plan)
OPTIONAL MATCH (p)-[:HAS_TASK]->(t:Task)
RETURN p.id AS plan, p.title AS title, p.jurisdiction AS jurisdiction, p.issued AS issued, p.status AS status,
       count(t) AS tasks
