// Only numbered tasks with an owner of their own: a paragraph of prose is no entry that is ticked off.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.works >= $least AND t.number IS NOT NULL AND EXISTS { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) }
  AND NOT EXISTS {
    MATCH (s:Section)-[:HAS_SECTION*0..6]->(:Section)-[:CONTAINS]->(t) WHERE any(word IN $goals WHERE s.title CONTAINS word)
  }
RETURN p.id AS plan, t.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote, t.works AS works
