SELECT table_name, change, cause, count(*) AS rows FROM release_changes WHERE release_id = ?
GROUP BY ALL ORDER BY table_name, change, cause
