MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.has_support_column AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) }
  AND NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment {role: 'support'}) }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote
