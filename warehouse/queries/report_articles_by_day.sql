-- Dated articles by source and day, or by month or year where the days are too many to tell apart.
WITH dated AS (
    SELECT coalesce(source, '(unknown)') AS source, published_earliest AS day
    FROM articles
    WHERE published_earliest = published_latest
),
unit AS (
    SELECT CASE
               WHEN date_diff('day', min(day), max(day)) > 3650 THEN 'year'
               WHEN date_diff('day', min(day), max(day)) > 150 THEN 'month'
               ELSE 'day'
           END AS name
    FROM dated
)
SELECT unit.name AS unit, CAST(date_trunc(unit.name, day) AS DATE) AS start, source, count(*) AS articles
FROM dated, unit
GROUP BY ALL
ORDER BY start, source
