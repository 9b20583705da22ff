-- The articles that tell of an event; of those that repeat one text, in or outside the event, only the first counts as a source.
WITH RECURSIVE tellers AS (
    SELECT DISTINCT article_id FROM event_mentions WHERE event_id = ?
),
links AS (
    SELECT article_id, related_article_id AS other_id, kind, score FROM article_links
    UNION ALL
    SELECT related_article_id, article_id, kind, score FROM article_links
),
reached(article_id, other_id) AS (
    SELECT article_id, article_id FROM tellers
    UNION
    SELECT reached.article_id, links.other_id FROM reached JOIN links ON links.article_id = reached.other_id
),
groups AS (
    SELECT article_id, min(other_id) AS group_id FROM reached GROUP BY article_id
),
ranked AS (
    SELECT articles.article_id, articles.file_name, articles.source, articles.published_edtf, articles.published_earliest,
           first_value(articles.article_id) OVER (
               PARTITION BY groups.group_id ORDER BY articles.published_earliest NULLS LAST, articles.file_name, articles.article_id
           ) AS counted_id
    FROM groups JOIN articles USING (article_id)
)
SELECT ranked.file_name, ranked.source, ranked.published_edtf, ranked.article_id, ranked.article_id = ranked.counted_id AS counts,
       counted.file_name AS counted_file_name, direct.kind, direct.score
FROM ranked
JOIN articles AS counted ON counted.article_id = ranked.counted_id
LEFT JOIN (
    SELECT article_id, other_id, max_by(kind, score) AS kind, max(score) AS score FROM links GROUP BY article_id, other_id
) AS direct ON direct.article_id = ranked.article_id AND direct.other_id = ranked.counted_id
ORDER BY NOT counts, ranked.published_earliest NULLS LAST, ranked.file_name, ranked.article_id
