SELECT local_entities.* FROM local_entities JOIN current_articles USING (article_id) ORDER BY article_no, local_id
