SELECT event_type, status, count(*) AS events FROM events GROUP BY ALL ORDER BY event_type, status
