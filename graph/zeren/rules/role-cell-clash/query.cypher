MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'support'})
WHERE a.header IS NOT NULL AND a.verb IN $doing AND t.has_support_column
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       a.name_as_written AS body, a.position AS place, a.verb AS verb
