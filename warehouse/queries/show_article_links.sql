SELECT link.kind, link.score, link.article_id = $1 AS repeats, other.file_name, other.article_id
FROM article_links AS link
JOIN articles AS other
  ON other.article_id = CASE WHEN link.article_id = $1 THEN link.related_article_id ELSE link.article_id END
WHERE $1 IN (link.article_id, link.related_article_id)
ORDER BY link.score DESC, other.file_name
