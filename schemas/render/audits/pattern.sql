SELECT concat_ws('|', $key) AS row_id, "$column" AS detail
FROM $table
WHERE NOT regexp_full_match("$column", '$pattern')
