SELECT concat_ws('|', $key) AS row_id, array_to_string("$column", ', ') AS detail
FROM $table
WHERE len(list_filter("$column", lambda item: NOT regexp_full_match(item, '$pattern'))) > 0
