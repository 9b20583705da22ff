"""What is done to text: pure functions over records, without I/O, clock, settings, Prefect or DuckDB."""
