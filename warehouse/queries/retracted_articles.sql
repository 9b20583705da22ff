SELECT article_id, file_name, max_by(reason, retracted_at), max(retracted_at)
FROM retractions
JOIN articles USING (article_id)
GROUP BY article_id, file_name
ORDER BY article_id
