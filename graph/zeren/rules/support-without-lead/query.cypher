// Second part: the body is told to help 有关部门 beside work of its own, and nobody named leads.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'support'})
WHERE a.naming <> 'vague'
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment) WHERE b.role IN ['accountable', 'lead', 'responsible', 'joint'] AND b.naming <> 'vague' }
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place, s.id AS section
UNION ALL
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'responsible'})
WHERE a.naming <> 'vague' AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment {role: 'lead', naming: 'vague'}) }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment) WHERE b.role IN ['accountable', 'lead'] AND b.naming <> 'vague' }
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place, s.id AS section
