-- The first rows that a check faults, with the articles that they rest on.
WITH offending AS (
    SELECT row_id, detail FROM ($query) LIMIT ?
),
resting AS (
    SELECT $key AS row_id, article_id FROM $relation
    WHERE $key IN (SELECT row_id FROM offending)
)
SELECT row_id, any_value(detail) AS detail, coalesce(list(DISTINCT article_id ORDER BY article_id) FILTER (article_id IS NOT NULL), []) AS article_ids
FROM offending
LEFT JOIN resting USING (row_id)
GROUP BY row_id
ORDER BY row_id
