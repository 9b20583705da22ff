-- table: events
-- severity: warn
-- expects: an event that occurred is dated no later than the last of its articles, or than that was first seen
WITH last_told AS (
    SELECT event_id, max(coalesce(published_latest, first_seen_at::DATE + 1)) AS last_day
    FROM event_mentions
    JOIN articles USING (article_id)
    GROUP BY event_id
)
SELECT event_id AS row_id,
       date_edtf || ', ' || status || ', told by ' || last_day || ': ' || left(summary, 100) AS detail
FROM events
JOIN last_told USING (event_id)
WHERE status IN ('occurred', 'ongoing') AND date_earliest > last_day
