SELECT coalesce(source, '(unknown)') AS source,
       count(*) AS articles,
       round(avg(word_count)) AS words,
       round(100 * avg(CASE WHEN published_edtf IS NULL THEN 0 ELSE 1 END)) AS dated,
       round(100 * avg(CASE WHEN headline IS NULL THEN 0 ELSE 1 END)) AS headlined,
       max(first_seen_at) AS last_seen
FROM articles
GROUP BY ALL
ORDER BY articles DESC, source
