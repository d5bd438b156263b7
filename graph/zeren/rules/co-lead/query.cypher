// Bodies that lead in sentences of their own do not share a lead. Leads of the columns and leads of the text are two readings of one duty: they are not added up. Under a head of
// supporting bodies the cell may put some of them in front all the same (A、B会同C): a weaker case.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(a:Assignment {naming: 'named'})-[:ASSIGNEE]->(g:Agency|LeadingGroup)
WHERE a.role = 'lead' OR (a.role = 'support' AND a.verb IN $gathering)
WITH p, t, a.role AS role, a.header IS NULL AS in_text, a.enumeration AS together, count(DISTINCT g) AS leads
WHERE leads > 1
MATCH (t)-[:HAS_ASSIGNMENT]->(b:Assignment {naming: 'named'})
WHERE b.role = role AND (role = 'lead' OR b.verb IN $gathering) AND (b.header IS NULL) = in_text AND b.enumeration = together
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(t)
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       b.name_as_written AS body, b.position AS place, s.id AS section, leads,
       CASE WHEN role = 'lead' THEN 'warning' ELSE 'info' END AS severity
