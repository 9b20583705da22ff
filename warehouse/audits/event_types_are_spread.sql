-- table: events
-- severity: warn
-- expects: of 200 events or more no type has over two thirds
SELECT min(event_id) AS row_id, event_type || ': ' || count(*) || ' of ' || (SELECT count(*) FROM events) AS detail
FROM events
GROUP BY event_type
HAVING (SELECT count(*) FROM events) >= 200 AND count(*) > (SELECT count(*) FROM events) * 2 / 3
