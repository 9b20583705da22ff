-- table: articles
-- severity: warn
-- expects: a source comes again within five times its usual pause (and two weeks)
WITH days AS (
    SELECT DISTINCT source, first_seen_at::DATE AS day FROM articles WHERE source IS NOT NULL
),
pauses AS (
    SELECT source, day, day - lag(day) OVER (PARTITION BY source ORDER BY day) AS pause FROM days
),
rhythm AS (
    SELECT source, max(day) AS last_day, median(pause) AS usual FROM pauses GROUP BY source HAVING count(pause) >= 4
)
SELECT arg_max(article_id, first_seen_at) AS row_id, source || ': nothing since ' || last_day AS detail
FROM rhythm
JOIN articles USING (source)
GROUP BY source, last_day, usual
HAVING (SELECT max(day) FROM days) - last_day > greatest(14, 5 * usual)
