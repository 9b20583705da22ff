-- table: entities
-- severity: error
-- expects: mention_count and article_count are those of entity_mentions
WITH counted AS (
    SELECT entity_id, count(*) AS mentions, count(DISTINCT article_id) AS articles FROM entity_mentions GROUP BY entity_id
)
SELECT entity_id AS row_id,
       name || ': ' || mention_count || ' in ' || article_count || ', counted ' || coalesce(mentions, 0) || ' in ' || coalesce(articles, 0)
           AS detail
FROM entities
LEFT JOIN counted USING (entity_id)
WHERE mention_count IS DISTINCT FROM mentions OR article_count IS DISTINCT FROM articles
