SELECT articles.* FROM articles JOIN current_articles USING (article_id) ORDER BY article_no
