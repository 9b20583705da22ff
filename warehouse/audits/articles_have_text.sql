-- table: articles
-- severity: warn
-- expects: an article has a body
SELECT article_id AS row_id, file_name AS detail
FROM articles
WHERE word_count = 0
