SELECT extracted_events.* FROM extracted_events JOIN current_articles USING (article_id) ORDER BY article_no, char_start, mention_id
