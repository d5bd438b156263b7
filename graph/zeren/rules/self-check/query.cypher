// Second part: the inspection rests on the group or its members alone, who carry the plan.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)
WHERE t.text =~ ('(?s).*(' + $both + ').*') AND a.role IN ['accountable', 'responsible', 'lead']
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment) WHERE b.role IN ['supervise', 'joint'] OR (b.role = 'lead' AND b.naming <> a.naming) }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, a.name_as_written AS body, a.position AS place
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)
WHERE NOT t.text =~ ('(?s).*(' + $both + ').*') AND t.text =~ ('(?s).*(' + $inspection + ').*') AND a.role IN ['accountable', 'responsible', 'lead']
  AND any(word IN $groups WHERE a.name_as_written CONTAINS word)
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment) WHERE none(word IN $groups WHERE b.name_as_written CONTAINS word) }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, a.name_as_written AS body, a.position AS place
