-- table: articles
-- severity: warn
-- expects: no publication date lies after the day on which the article was first seen
SELECT article_id AS row_id, file_name || ': ' || published_edtf || ', first seen ' || first_seen_at::DATE AS detail
FROM articles
WHERE published_earliest > first_seen_at::DATE + 1
