MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)
WHERE any(word IN $groups WHERE a.name_as_written CONTAINS word) AND a.role IN ['accountable', 'lead', 'responsible']
  AND NOT EXISTS { MATCH (p)-[:SETS_UP]->(u:LeadingGroup) WHERE u.set_up }
  AND NOT EXISTS { MATCH (p)-[:HAS_TASK]->(v:Task) WHERE v.text =~ ('(?s).*(' + $setting_up + ').*') AND any(word IN $heads WHERE v.text CONTAINS word) }
WITH p, a.name_as_written AS name, count(DISTINCT t.id) AS tasks
WHERE tasks >= $least
RETURN p.id AS plan, p.id AS subject, -1 AS position, '' AS locator, name AS quote, name AS `key`, name AS body, tasks AS rows_count
