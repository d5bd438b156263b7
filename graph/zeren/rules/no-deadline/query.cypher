// The year in the title of an annual list (2026年工作要点) is a limit for all of it. Work of weak verbs alone (加强, 推进, 统筹) is a standing demand. A paper to be written or issued stands apart: it is finished one day, so its missing date is never a mere habit.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.work_kind <> 'statement' AND NOT EXISTS { MATCH (t)-[:DUE]->(:Deadline) }
  AND replace(replace(replace(t.verb_classes, 'improve', ''), 'coordinate', ''), ',', '') <> ''
  AND NOT EXISTS { MATCH (:Deadline)<-[:DUE]-(:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) }
WITH p, t, any(class IN $finite WHERE t.verb_classes CONTAINS class)
     OR any(word IN $surveys WHERE t.text CONTAINS word) OR EXISTS { MATCH (t)-[:PRODUCES]->(:Instrument) } AS apart
WHERE apart OR NOT p.title =~ $annual
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, apart,
       CASE WHEN apart THEN 'warning' ELSE 'info' END AS severity
