-- table: events
-- severity: error
-- expects: article_count is the number of articles with a mention; independent sources are no more
SELECT event_id AS row_id, article_count || ' articles, ' || independent_source_count || ' independent' AS detail
FROM events
JOIN (SELECT event_id, count(DISTINCT article_id) AS mentioned FROM event_mentions GROUP BY event_id) USING (event_id)
WHERE article_count <> mentioned OR independent_source_count > article_count
