SELECT table_name, change, regexp_replace(cause, 'ev_[0-9a-f]+$', 'another event') AS cause, count(*) AS rows FROM release_changes WHERE release_id = ?
GROUP BY ALL ORDER BY table_name, change, cause
