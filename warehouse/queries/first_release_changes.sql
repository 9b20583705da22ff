-- Every row of $table, for a release that has none before it.
SELECT ? AS release_id, '$table' AS table_name, concat_ws('|', $key) AS row_id, 'added' AS change, 'new article' AS cause
FROM $table
ORDER BY row_id
