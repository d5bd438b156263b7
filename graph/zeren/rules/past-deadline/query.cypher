// A limit soon after the issue is too near where the plan goes on for long; a short campaign, and a stage that begins with
// the issue, may well have one.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline)
WHERE p.issued IS NOT NULL AND d.date IS NOT NULL AND d.type IN ['by', 'between', 'start_by']
  AND (d.date < p.issued
       OR (d.date - $grace < p.issued AND (d.start IS NULL OR d.start < p.issued)
           AND EXISTS { MATCH (p)-[:HAS_TASK]->(:Task)-[:DUE]->(e:Deadline) WHERE e.date IS NOT NULL AND e.date - $span > p.issued }))
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, d.text AS limit,
       d.date AS day, p.issued AS issued, CASE WHEN d.date < p.issued THEN 'error' ELSE 'warning' END AS severity,
       CASE WHEN d.date < p.issued THEN '早于' ELSE '紧挨' END AS how,
       CASE WHEN d.date < p.issued THEN 'before' ELSE 'right after' END AS how_en
