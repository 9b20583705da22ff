SELECT quotes.* REPLACE (entity_links.entity_id AS speaker_id)
FROM quotes
JOIN current_articles USING (article_id)
LEFT JOIN entity_links ON entity_links.local_id = quotes.speaker_id
ORDER BY article_no, char_start, char_end
