// A body of the same field at another level may be meant by the text (县应急部门), so fields are compared, not names. A body
// of another level than the plan's is only noted: it cannot be put into the column.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:CALLS_ON]->(g:Agency)
WHERE g.kind <> 'government'
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g) WHERE a.role IN ['accountable', 'lead', 'responsible', 'joint', 'supervise'] }
  AND NOT EXISTS {
    MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment)-[:ASSIGNEE]->(h:Agency)
    WHERE h.domain = g.domain AND b.role IN ['accountable', 'lead', 'responsible', 'joint', 'supervise']
  }
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, g.name AS body, g.id AS about,
       CASE WHEN g.level = p.level THEN 'warning' ELSE 'info' END AS severity
