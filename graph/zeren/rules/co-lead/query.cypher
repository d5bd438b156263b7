// Leads of the columns and leads of the text are two readings of one duty: they are not added up.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {role: 'lead', naming: 'named'})-[:ASSIGNEE]->(g:Agency|LeadingGroup)
WITH p, t, a.header IS NULL AS in_text, count(DISTINCT g) AS leads
WHERE leads > 1
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {role: 'lead', naming: 'named'})
WHERE (b.header IS NULL) = in_text
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place, s.id AS section, leads
