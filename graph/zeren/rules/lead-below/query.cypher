MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'lead', naming: 'each'})
WHERE NOT EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment {role: 'lead', naming: 'named'}) }
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {naming: 'named'})
WHERE b.role IN ['responsible', 'joint']
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place, a.name_as_written AS leads
