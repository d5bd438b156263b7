// Without an owner here, but a task much like it has one: somebody can be guessed (warning). So is a text without a known verb of work.
// No gap: an item below a sentence that names who does all of them; work of persons; the group that the plan sets up itself.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) }
  AND NOT EXISTS {
    MATCH (s:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) WHERE any(word IN $goals WHERE s.title CONTAINS word)
  }
  AND NOT (t.number IS NOT NULL AND EXISTS {
    MATCH (t)<-[:CONTAINS]-(:Section)-[:CONTAINS]->(u:Task)-[:HAS_ASSIGNMENT]->(:Assignment)
    WHERE u.number IS NULL AND u.position < t.position
  })
  AND NOT t.text =~ ('(?s).*(' + $sanctions + ').*') AND NOT t.text =~ ('(?s)(' + $persons + ').*')
  AND NOT (t.text =~ ('(?s).*(' + $setting_up + ').*') 
           AND (any(word IN $heads WHERE t.text CONTAINS word) OR EXISTS { MATCH (p)-[:SETS_UP]->(g:LeadingGroup) WHERE g.set_up }))
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       CASE WHEN t.work_kind = 'statement' THEN 'warning'
            WHEN EXISTS { MATCH (t)-[:SIMILAR_TO]->(:Task)-[:HAS_ASSIGNMENT]->(:Assignment) }
              OR EXISTS { MATCH (t)<-[:SIMILAR_TO]-(:Task)-[:HAS_ASSIGNMENT]->(:Assignment) } THEN 'warning'
            ELSE 'error' END AS severity
