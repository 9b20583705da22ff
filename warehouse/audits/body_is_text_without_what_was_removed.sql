-- table: articles
-- severity: error
-- expects: as many code points in body as text has outside removed_text
WITH removed AS (
    SELECT article_id, sum(char_end - char_start) AS length FROM removed_text GROUP BY article_id
)
SELECT article_id AS row_id,
       length(body) || ' code points in body, ' || (length("text") - coalesce(removed.length, 0)) || ' kept' AS detail
FROM articles
LEFT JOIN removed USING (article_id)
WHERE length(body) <> length("text") - coalesce(removed.length, 0)
