SELECT * FROM article_links ORDER BY article_id, related_article_id
