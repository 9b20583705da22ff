-- table: event_mentions
-- severity: error
-- expects: no event is dated more than 50 years after the newest article was seen
SELECT mention_id AS row_id, date_edtf || ': ' || "text" AS detail
FROM event_mentions
WHERE year(date_earliest) > greatest(2026, (SELECT max(year(first_seen_at)) FROM articles)) + 50
