SELECT coalesce(event_type, mode) AS kind, status, count(*) AS events FROM events GROUP BY ALL ORDER BY kind, status
