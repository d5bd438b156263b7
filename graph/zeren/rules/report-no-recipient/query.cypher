MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.text =~ ('(?s).*(' + $reports + ').*') AND NOT t.text =~ ('(?s).*(' + $papers + ').*')
  AND NOT t.text =~ ('(?s).*(' + $recipients + ').*')
  AND NOT EXISTS { MATCH (p)-[:HAS_TASK]->(u:Task) WHERE u.text =~ ('(?s).*(' + $collector + ').*') }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
