-- Every article that some row rests on which a check faults.
WITH offending AS (
    SELECT row_id FROM ($query)
)
SELECT DISTINCT article_id FROM $relation
WHERE $key IN (SELECT row_id FROM offending) AND article_id IS NOT NULL
ORDER BY article_id
