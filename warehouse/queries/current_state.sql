-- What a release is made from: its articles in order, each with the newest sidecar that came with it.
SELECT current_articles.article_id, coalesce(max_by(arrivals.sidecar_id, arrivals.arrival_no), '') AS sidecar_id
FROM current_articles
JOIN article_files USING (article_id)
JOIN arrivals USING (raw_id)
GROUP BY current_articles.article_id, article_no
ORDER BY article_no
