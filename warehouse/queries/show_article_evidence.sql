SELECT field, "value", basis, "text", char_start, char_end
FROM article_evidence WHERE article_id = ? ORDER BY field, "value", basis
