-- table: removed_text
-- severity: error
-- expects: every span begins at or after the end of the one before
SELECT article_id || '|' || char_start AS row_id, "text" AS detail
FROM (
    SELECT *, lag(char_end) OVER (PARTITION BY article_id ORDER BY char_start, char_end) AS former_end FROM removed_text
)
WHERE char_start < former_end
