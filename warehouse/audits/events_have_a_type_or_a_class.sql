-- table: events
-- severity: error
-- expects: an event without a PLOVER type has the class of happening as its mode
SELECT event_id AS row_id, summary AS detail
FROM events
WHERE event_type IS NULL AND mode IS NULL
