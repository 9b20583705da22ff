SELECT file_name, mention.char_start, mention.char_end, sentences."text" AS sentence
FROM entity_mentions AS mention
JOIN articles USING (article_id)
JOIN sentences USING (sentence_id)
WHERE entity_id = ?
ORDER BY file_name, mention.char_start
LIMIT 12
