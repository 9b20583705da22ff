SELECT article_evidence.* FROM article_evidence JOIN current_articles USING (article_id) ORDER BY article_no, field, value, basis
