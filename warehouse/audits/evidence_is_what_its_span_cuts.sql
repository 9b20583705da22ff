-- table: article_evidence
-- severity: error
-- expects: text = articles.text[char_start:char_end] where the page prints it
SELECT article_evidence.article_id || '|' || field || '|' || "value" || '|' || basis AS row_id,
       article_evidence."text" AS detail
FROM article_evidence
JOIN articles USING (article_id)
WHERE char_start IS NOT NULL
  AND substring(articles."text", char_start + 1, char_end - char_start) IS DISTINCT FROM article_evidence."text"
