SELECT event_mentions.*
FROM event_mentions
JOIN current_articles USING (article_id)
ORDER BY article_no, char_start, mention_id
