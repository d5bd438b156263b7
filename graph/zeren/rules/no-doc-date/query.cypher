MATCH (p:Plan)
WHERE p.issued IS NULL
RETURN p.id AS plan, p.id AS subject, -1 AS position, '' AS locator, p.title AS quote
