-- table: events
-- severity: error
-- expects: every event has a mention
SELECT event_id AS row_id, summary AS detail
FROM events
WHERE event_id NOT IN (SELECT event_id FROM event_mentions)
