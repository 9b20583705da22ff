-- table: events
-- severity: warn
-- expects: of 200 events or more no type or class has over two thirds
SELECT min(event_id) AS row_id, coalesce(event_type, mode) || ': ' || count(*) || ' of ' || (SELECT count(*) FROM events) AS detail
FROM events
GROUP BY coalesce(event_type, mode)
HAVING (SELECT count(*) FROM events) >= 200 AND count(*) > (SELECT count(*) FROM events) * 2 / 3
