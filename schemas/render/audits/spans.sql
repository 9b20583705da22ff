SELECT concat_ws('|', $key) AS row_id, own."text" AS detail
FROM $table AS own
LEFT JOIN articles AS article USING (article_id)
WHERE article.article_id IS NULL
   OR substring(article."text", own.char_start + 1, own.char_end - own.char_start) IS DISTINCT FROM own."text"
