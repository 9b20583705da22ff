-- table: events
-- severity: warn
-- expects: an event that occurred is dated no later than a year after an article was first seen
SELECT event_id AS row_id, date_edtf || ', ' || status || ': ' || left(summary, 120) AS detail
FROM events
WHERE status IN ('occurred', 'ongoing')
  AND date_earliest > (SELECT max(first_seen_at)::DATE + 366 FROM articles)
