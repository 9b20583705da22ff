"""Where the data is kept: the only package that knows DuckDB."""
