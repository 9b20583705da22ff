SELECT 1 FROM duckdb_databases() WHERE database_name = 'previous'
