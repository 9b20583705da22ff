-- The articles that a release added, in the order in which they were first seen.
SELECT article_id, file_name, coalesce(source, '(unknown)') AS source, headline, published_edtf, word_count
FROM articles
WHERE article_id IN (
    SELECT row_id FROM release_changes WHERE release_id = $1 AND table_name = 'articles' AND change = 'added'
)
ORDER BY first_seen_at, file_name, article_id
LIMIT $2
