-- table: events
-- severity: error
-- expects: no event has a date that none of its mentions or claims gives
SELECT event_id AS row_id, date_edtf AS detail
FROM events
WHERE date_edtf IS NOT NULL
  AND NOT EXISTS (
      SELECT 1 FROM event_mentions AS mention
      WHERE mention.event_id = events.event_id
        AND mention.date_basis <> 'none'
        AND (mention.date_edtf = events.date_edtf
             OR mention.date_edtf IS NOT NULL AND mention.date_earliest IS NULL
             OR mention.date_earliest <= events.date_latest AND mention.date_latest >= events.date_earliest)
  )
