-- The articles of a release that are among the retracted ones.
SELECT article_id, file_name
FROM articles
WHERE list_contains($1, article_id)
ORDER BY file_name, article_id
