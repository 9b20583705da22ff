SELECT article_id FROM articles
