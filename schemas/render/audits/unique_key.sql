SELECT concat_ws('|', $key) AS row_id, count(*) || ' rows' AS detail
FROM $table
GROUP BY $key
HAVING count(*) > 1
