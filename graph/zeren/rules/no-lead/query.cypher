// Bodies that have sentences of their own (甲局提供数据，乙局核对) do not share a duty.
// Second part: under a head of supporting bodies the cell makes several of them doers (A、B按职责分工负责): a weaker case.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'responsible'})
WHERE a.naming <> 'vague'
MATCH (a)-[:ASSIGNEE]->(g:Agency|Collective|LeadingGroup)
WHERE NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(l:Assignment) WHERE l.role IN ['lead', 'accountable'] }
WITH p, t, a.enumeration AS together, count(DISTINCT CASE WHEN a.naming = 'each' THEN 'each' ELSE g.id END) AS parties
WHERE parties >= $least
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {role: 'responsible'})
WHERE b.naming <> 'vague' AND b.enumeration = together
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place, s.id AS section, parties,
       CASE WHEN t.work_kind = 'product' THEN 'error' ELSE 'warning' END AS severity
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'support', naming: 'named'})-[:ASSIGNEE]->(g:Agency)
WHERE a.verb IN $doing
  AND NOT EXISTS {
    MATCH (t)-[:HAS_ASSIGNMENT]->(l:Assignment)
    WHERE l.role IN ['lead', 'accountable'] OR (l.role = 'responsible' AND l.naming = 'named') OR l.verb IN $gathering
  }
WITH p, t, count(DISTINCT g) AS parties
WHERE parties >= $least
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {role: 'support', naming: 'named'})
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place, s.id AS section, parties, 'info' AS severity
