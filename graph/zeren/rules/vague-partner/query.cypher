// A partner of the columns beside bodies of the columns, or one of the text beside bodies of the text.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'vague'})
WHERE a.role IN ['joint', 'support', 'responsible']
WITH p, t, a.name_as_written AS body, a.position AS place, a.role AS role, a.header IS NULL AS in_text
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {naming: 'named'})
WHERE (b.role = role OR b.role = 'lead') AND (b.header IS NULL) = in_text
RETURN DISTINCT p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, body, place
