SELECT sentences.sentence_id, sentences."text" FROM sentences JOIN current_articles USING (article_id)
WHERE sentences.sentence_id IN (SELECT sentence_id FROM extracted_events)
