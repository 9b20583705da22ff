SELECT article_id, file_name, max(excluded_at)
FROM exclusions
JOIN articles USING (article_id)
WHERE article_id NOT IN (SELECT article_id FROM retractions)
GROUP BY article_id, file_name
ORDER BY article_id
