SELECT table_name, column_name, data_type
FROM duckdb_columns() JOIN duckdb_tables() USING (database_name, schema_name, table_name)
WHERE schema_name = 'main' AND database_name = current_database()
ORDER BY table_name, column_index
