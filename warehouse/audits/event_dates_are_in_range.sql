-- table: events
-- severity: error
-- expects: no event is dated more than 50 years after the newest article was seen
SELECT event_id AS row_id, date_edtf || ': ' || left(summary, 120) AS detail
FROM events
WHERE year(date_earliest) > greatest(2026, (SELECT max(year(first_seen_at)) FROM articles)) + 50
