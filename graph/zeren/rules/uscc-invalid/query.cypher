MATCH (p:Plan)-[:LISTS]->(e:Enterprise)
WHERE e.uscc_valid = false
RETURN p.id AS plan, e.id AS subject, coalesce(e.row, -1) AS position, coalesce(e.locator, '') AS locator, e.uscc AS quote, e.name AS body
