-- The articles that tell of an event, each with the one of them that it repeats most closely.
WITH tellers AS (
    SELECT DISTINCT article_id FROM event_mentions WHERE event_id = ?
),
repeats AS (
    SELECT link.article_id, max_by(struct_pack(kind := link.kind, score := link.score, file_name := earlier.file_name), link.score) AS link
    FROM article_links AS link
    JOIN articles AS earlier ON earlier.article_id = link.related_article_id
    WHERE link.article_id IN (FROM tellers) AND link.related_article_id IN (FROM tellers)
    GROUP BY link.article_id
)
SELECT articles.file_name, articles.source, articles.published_edtf, articles.article_id,
       repeats.link.kind AS kind, repeats.link.score AS score, repeats.link.file_name AS related_file_name
FROM tellers
JOIN articles USING (article_id)
LEFT JOIN repeats USING (article_id)
ORDER BY kind IS NOT NULL, articles.published_earliest NULLS LAST, articles.file_name
