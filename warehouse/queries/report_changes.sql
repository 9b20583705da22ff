-- What a release changed, by table, change and cause, with the first rows of each.
SELECT table_name, change, regexp_replace(cause, 'ev_[0-9a-f]+$', 'another event') AS cause, count(*) AS rows, min(row_id, 3) AS first_rows
FROM release_changes
WHERE release_id = $1
GROUP BY ALL
ORDER BY table_name, change, cause
