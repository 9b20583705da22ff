SELECT mention.*, articles.file_name, articles.source, articles.published_edtf, sentences."text" AS sentence,
       sentences.char_start AS sentence_start
FROM event_mentions AS mention
JOIN articles USING (article_id)
JOIN sentences USING (sentence_id)
WHERE event_id = ?
ORDER BY articles.published_earliest NULLS LAST, articles.file_name, mention.char_start
