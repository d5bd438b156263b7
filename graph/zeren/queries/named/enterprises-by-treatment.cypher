// title.zh = "按整治分类和责任单位统计的企业"
// title.en = "Enterprises by treatment and responsible body"
// question.zh = "每种整治分类有多少企业，由谁负责，有多少没有责任单位？"
// question.en = "How many enterprises has each treatment, who answers for them, and how many have nobody?"
// parameters.plan = { type = "text", default = "", zh = "方案的编号，留空为全部方案", en = "id of a plan; empty for all" }
// columns.treatment = "text"
// columns.body = "text"
// columns.enterprises = "integer"
// columns.party = "text"
// order = ["treatment", "body", "party"]
MATCH (p:Plan)-[:LISTS]->(e:Enterprise)
WHERE ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (e)-[:ANSWERABLE]->(g:Agency|Collective)
RETURN e.treatment AS treatment, g.name AS body, count(DISTINCT e) AS enterprises, g.id AS party
