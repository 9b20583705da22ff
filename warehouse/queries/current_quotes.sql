SELECT quotes.* FROM quotes JOIN current_articles USING (article_id) ORDER BY article_no, char_start, quote_id
