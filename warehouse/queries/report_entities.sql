-- The entities that most articles name.
SELECT entity_id, name, kind, country, article_count, mention_count
FROM entities
ORDER BY article_count DESC, mention_count DESC, name, entity_id
LIMIT $1
