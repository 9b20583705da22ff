-- table: events
-- severity: error
-- expects: a chosen claim for the place, date and status that an event publishes
WITH published AS (
    SELECT event_id, 'status' AS field, status AS value FROM events
    UNION ALL
    SELECT event_id, 'place', place FROM events WHERE place IS NOT NULL
    UNION ALL
    SELECT event_id, 'date_edtf', date_edtf FROM events WHERE date_edtf IS NOT NULL
)
SELECT event_id AS row_id, field || ' = ' || value AS detail
FROM published
WHERE NOT EXISTS (
    SELECT 1 FROM event_claims AS claim
    WHERE claim.event_id = published.event_id AND claim.field = published.field AND claim.chosen
)
