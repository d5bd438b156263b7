MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'vague'})
WHERE a.role IN ['joint', 'support', 'responsible']
  AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {naming: 'named'}) WHERE b.role = a.role OR b.role = 'lead' }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place
