SELECT removed_text.* FROM removed_text JOIN current_articles USING (article_id) ORDER BY article_no, char_start
