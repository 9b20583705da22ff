-- table: withdrawn_articles
-- severity: error
-- expects: an article goes only when it is superseded, retracted or left out
SELECT article_id AS row_id, file_name || ' was published, and nothing was read from it now' AS detail
FROM withdrawn_articles
JOIN volumes USING (release_id)
WHERE reason = 'missing'
  AND release_no = (SELECT max(release_no) FROM volumes)
  AND table_name = 'articles'
