// A row with owners of its own is judged by itself where it names departments; 等有关部门 may cover the field (a note).
// A town has none of the competent departments. Running prose is judged by the whole plan, members of its groups included, and told at the first such task.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:CALLS_FOR]->(d:Domain)
WHERE coalesce(p.level, '') <> 'township'
  AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'named'})-[:ASSIGNEE]->(:Agency)-[:HAS_DOMAIN]->(:Domain) WHERE a.header IS NOT NULL }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(:Agency)-[:HAS_DOMAIN]->(e:Domain)-[:COVERS*0..1]->(d) }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(:Agency {kind: 'unknown'}) }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(:LeadingGroup) }
  AND NOT EXISTS {
    MATCH (s:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) WHERE any(word IN $goals WHERE s.title CONTAINS word)
  }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.name AS domain, '责任单位和配合单位里' AS scope, 'the row' AS scope_en,
       CASE WHEN EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment {naming: 'vague'}) }
              OR EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment)-[:ASSIGNEE]->(g:Agency) WHERE g.domain IN $general }
            THEN 'info' ELSE 'warning' END AS severity
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:CALLS_FOR]->(d:Domain)
WHERE coalesce(p.level, '') <> 'township' AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment) WHERE a.header IS NOT NULL }
  AND NOT EXISTS {
    MATCH (s:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) WHERE any(word IN $goals WHERE s.title CONTAINS word)
  }
WITH p, d, min(t.position) AS first
WHERE NOT EXISTS { MATCH (p)<-[:INVOLVED_IN]-(:Agency)-[:HAS_DOMAIN]->(:Domain)-[:COVERS*0..1]->(d) }
  AND NOT EXISTS { MATCH (p)-[:SETS_UP]->(:LeadingGroup)<-[:MEMBER_OF]-(:Agency)-[:HAS_DOMAIN]->(:Domain)-[:COVERS*0..1]->(d) }
  AND EXISTS { MATCH (p)<-[:INVOLVED_IN]-(:Agency)-[:HAS_DOMAIN]->(:Domain) }
MATCH (p)-[:HAS_TASK]->(u:Task)
WHERE u.position = first
RETURN p.id AS plan, u.id AS subject, u.position AS position, u.locator AS locator, u.text AS quote, d.name AS domain, '全文' AS scope, 'the plan' AS scope_en, 'warning' AS severity
