-- table: entity_mentions
-- severity: error
-- expects: the span lies inside its sentence, of the same article
SELECT mention_id AS row_id, mention."text" AS detail
FROM entity_mentions AS mention
JOIN sentences AS sentence USING (sentence_id)
WHERE mention.article_id <> sentence.article_id
   OR mention.char_start < sentence.char_start
   OR mention.char_end > sentence.char_end
