-- table: events
-- severity: warn
-- expects: of 200 dated events or more no single day has over half
WITH dated AS (FROM events WHERE date_earliest = date_latest)
SELECT min(event_id) AS row_id, date_edtf || ': ' || count(*) || ' of ' || (SELECT count(*) FROM dated) AS detail
FROM dated
GROUP BY date_edtf
HAVING (SELECT count(*) FROM dated) >= 200 AND count(*) > (SELECT count(*) FROM dated) / 2
