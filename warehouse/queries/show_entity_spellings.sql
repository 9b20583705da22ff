SELECT "text", count(*) AS mentions, count(DISTINCT article_id) AS articles
FROM entity_mentions WHERE entity_id = ? GROUP BY "text" ORDER BY mentions DESC, "text"
