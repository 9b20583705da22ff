SELECT link.kind, link.score, later.file_name, earlier.file_name AS related_file_name
FROM article_links AS link
JOIN articles AS later USING (article_id)
JOIN articles AS earlier ON earlier.article_id = link.related_article_id
WHERE link.article_id IN (SELECT article_id FROM event_mentions WHERE event_id = $1)
  AND link.related_article_id IN (SELECT article_id FROM event_mentions WHERE event_id = $1)
ORDER BY later.file_name, earlier.file_name
