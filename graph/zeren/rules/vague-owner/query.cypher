// Only a warning where the words order nothing definite. Either nobody named carries the task, or (beside a column that names them) the text sets unnamed bodies to work: as the
// reader has it, or (second part) as the words of the row call on them.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'vague'})
WHERE ((a.role IN ['accountable', 'lead', 'responsible', 'support']
        AND NOT EXISTS {
          MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment)
          WHERE (b.naming = 'named' AND b.role <> 'supervise') OR (b.naming = 'each' AND b.role = 'accountable')
        })
       OR (a.role IN ['accountable', 'lead', 'responsible'] AND a.header IS NULL
           AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(c:Assignment) WHERE c.header IS NOT NULL }
           AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(e:Assignment) WHERE e.header IS NULL AND e.naming = 'named' }))
  AND NOT EXISTS {
    MATCH (s:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) WHERE any(word IN $goals WHERE s.title CONTAINS word)
  }
  AND NOT (a.name_as_written CONTAINS $members AND EXISTS { MATCH (p)-[:SETS_UP]->(u:LeadingGroup) WHERE u.set_up })
OPTIONAL MATCH (own:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place, own.id AS section,
       CASE WHEN t.works = 0 THEN 'warning' ELSE 'error' END AS severity
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:CALLS_ON]->(g:Collective)
WHERE g.indefinite AND NOT g.distributive
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(g) }
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       g.name AS body, 99 AS place, '' AS section,
       CASE WHEN t.works = 0 THEN 'warning' ELSE 'error' END AS severity
