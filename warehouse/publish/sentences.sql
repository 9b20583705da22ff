SELECT sentences.* FROM sentences JOIN current_articles USING (article_id) ORDER BY article_no, char_start
