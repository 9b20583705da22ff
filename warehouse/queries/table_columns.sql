SELECT table_name, list(column_name ORDER BY column_index)
FROM duckdb_columns()
WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()
GROUP BY table_name
