MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.text =~ ('(?s).*(' + $bound + ').*') AND NOT t.text =~ ('(?s).*(' + $urged + ').*')
  AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(a:Assignment) WHERE any(word IN $firms WHERE a.name_as_written CONTAINS word) }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
