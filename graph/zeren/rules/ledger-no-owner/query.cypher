// Only where the ledger has owners at all: many lists (permits, fines) rightly have none.
MATCH (p:Plan)-[:LISTS]->(e:Enterprise)
WHERE NOT EXISTS { MATCH (e)-[:ANSWERABLE]->(x) }
  AND EXISTS { MATCH (p)-[:LISTS]->(f:Enterprise)-[:ANSWERABLE]->(y) }
RETURN p.id AS plan, e.id AS subject, coalesce(e.row, -1) AS position, coalesce(e.locator, '') AS locator, e.name AS quote, e.name AS body
