SELECT quotes.*, articles.file_name, entities.name AS speaker_name
FROM quotes
JOIN articles USING (article_id)
LEFT JOIN entities ON entities.entity_id = quotes.speaker_id
WHERE quote_id = ?
