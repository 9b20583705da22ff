SELECT DISTINCT raw_id FROM article_files
