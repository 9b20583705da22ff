SELECT quotes.* FROM quotes JOIN current_articles USING (article_id) WHERE len(via) > 0 ORDER BY article_no, char_start, quote_id
