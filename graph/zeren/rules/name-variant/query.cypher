// A name with and without its level or bracket (镇派出所, 派出所) is no variant. The usual name is the one most often written; of two used alike the first in code point order.
MATCH (p:Plan)-[:HAS_TASK]->(:Task)-[:HAS_ASSIGNMENT]->(a:Assignment)-[:ASSIGNEE]->(g:Agency)
WITH p, g, a.name_as_written AS name, count(a) AS uses
WITH p, g, max(uses) AS most, count(name) AS names
WHERE names > 1
MATCH (p)-[:HAS_TASK]->(:Task)-[:HAS_ASSIGNMENT]->(b:Assignment)-[:ASSIGNEE]->(g)
WITH p, g, most, b.name_as_written AS name, count(b) AS uses
WITH p, g, min(CASE WHEN uses = most THEN name END) AS usual
MATCH (p)-[:HAS_TASK]->(t:Task)-[:HAS_ASSIGNMENT]->(c:Assignment)-[:ASSIGNEE]->(g)
WHERE c.name_as_written <> usual AND c.naming = 'named' AND NOT c.issue CONTAINS 'level-suffix'
  AND EXISTS {
    MATCH (p)-[:HAS_TASK]->(:Task)-[:HAS_ASSIGNMENT]->(d:Assignment)-[:ASSIGNEE]->(g)
    WHERE NOT c.name_as_written ENDS WITH d.name_as_written AND NOT d.name_as_written ENDS WITH c.name_as_written
      AND NOT c.name_as_written STARTS WITH d.name_as_written AND NOT d.name_as_written STARTS WITH c.name_as_written
  }
  AND none(ending IN $generic WHERE c.name_as_written ENDS WITH ending)
RETURN p.id AS plan, g.id AS subject, t.position AS position, t.locator AS locator, t.text AS quote,
       c.name_as_written AS `key`, c.name_as_written AS body, usual
