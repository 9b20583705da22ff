SELECT concat_ws('|', $key) AS row_id, "$column" AS detail
FROM $table
WHERE "$column" IS NOT NULL
  AND "$column" NOT IN (SELECT "$target_key" FROM $target)
