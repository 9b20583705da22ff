CREATE VIEW disputed AS
SELECT event_id,
       field,
       string_agg(DISTINCT value, ' | ' ORDER BY value) FILTER (WHERE chosen) AS published,
       string_agg(DISTINCT value, ' | ' ORDER BY value) FILTER (WHERE NOT chosen) AS others,
       count(DISTINCT article_id) FILTER (WHERE chosen) AS articles_for,
       count(DISTINCT article_id) FILTER (WHERE NOT chosen) AS articles_against,
       string_agg(DISTINCT file_name, ', ' ORDER BY file_name) FILTER (WHERE NOT chosen) AS said_otherwise_in
FROM event_claims
-- Nearly all values are undisputed; leaving them out first spares most of the work.
SEMI JOIN (SELECT event_id, field FROM event_claims WHERE NOT chosen) AS lost USING (event_id, field)
JOIN articles USING (article_id)
-- A date without its year, or a month, does not contradict the day that lies in it.
WHERE rule <> 'less precise than the date published'
GROUP BY event_id, field
HAVING count(*) FILTER (WHERE NOT chosen) > 0 AND count(DISTINCT article_id) > 1
ORDER BY event_id, field;
