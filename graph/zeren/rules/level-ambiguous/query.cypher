// Told once for a section: a list of duties names all its trades alike.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)
WHERE a.issue CONTAINS 'level-ambiguous'
MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, s.id AS subject, t.position AS position, s.locator AS locator, t.text AS quote, a.name_as_written AS body,
       a.position AS place, t.locator AS `row`
