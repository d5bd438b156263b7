// title.zh = "引用某文件的任务"
// title.en = "Tasks citing an instrument"
// question.zh = "哪些任务引用了某份文件？"
// question.en = "Which tasks refer to an instrument?"
// parameters.instrument = { type = "text", zh = "文件标题或发文字号的一部分", en = "part of the instrument's title or number" }
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.plan = "text"
// columns.locator = "text"
// columns.title = "text"
// columns.document_number = "text"
// columns.text = "text"
// columns.position = "integer"
// columns.task = "text"
// order = ["plan", "position", "task", "title", "document_number"]
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:CITES]->(i:Instrument)
WHERE ($plan = '' OR p.id = $plan)
  AND (coalesce(i.title, '') CONTAINS $instrument OR coalesce(i.document_number, '') CONTAINS $instrument)
RETURN p.id AS plan, t.locator AS locator, i.title AS title, i.document_number AS document_number, t.text AS text,
       t.position AS position, t.id AS task
