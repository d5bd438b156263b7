MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.text =~ ('(?s).*(' + $drafted + ').*')
  AND NOT t.text =~ ('(?s).*(' + $approved + ').*') AND NOT t.text =~ ('(?s).*(' + $others + ').*')
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
