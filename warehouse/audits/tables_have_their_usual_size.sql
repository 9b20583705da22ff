-- table: volumes
-- severity: warn
-- expects: at least half of the median of the five releases before
SELECT own.release_id || '|' || own.table_name AS row_id,
       own.table_name || ': ' || own.row_count || ' rows, usual are ' || median(former.row_count)::BIGINT AS detail
FROM volumes AS own
JOIN volumes AS former USING (table_name)
WHERE own.release_no = (SELECT max(release_no) FROM volumes)
  AND former.release_no BETWEEN own.release_no - 5 AND own.release_no - 1
GROUP BY own.release_id, own.table_name, own.row_count
HAVING median(former.row_count) >= 50 AND own.row_count < 0.5 * median(former.row_count)
