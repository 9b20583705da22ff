-- table: volumes
-- severity: error
-- expects: at least half of the rows that the release before had of the same articles
WITH counted AS (
    SELECT 'articles' AS table_name, count(*) AS rows FROM articles
    UNION ALL SELECT 'removed_text' AS table_name, count(*) AS rows FROM removed_text
    UNION ALL SELECT 'article_evidence' AS table_name, count(*) AS rows FROM article_evidence
    UNION ALL SELECT 'entities' AS table_name, count(*) AS rows FROM entities
    UNION ALL SELECT 'entity_mentions' AS table_name, count(*) AS rows FROM entity_mentions
    UNION ALL SELECT 'entity_roles' AS table_name, count(*) AS rows FROM entity_roles
    UNION ALL SELECT 'sentences' AS table_name, count(*) AS rows FROM sentences
    UNION ALL SELECT 'quotes' AS table_name, count(*) AS rows FROM quotes
    UNION ALL SELECT 'event_mentions' AS table_name, count(*) AS rows FROM event_mentions
    UNION ALL SELECT 'events' AS table_name, count(*) AS rows FROM events
    UNION ALL SELECT 'event_claims' AS table_name, count(*) AS rows FROM event_claims
    UNION ALL SELECT 'article_links' AS table_name, count(*) AS rows FROM article_links
)
SELECT release_id || '|' || table_name AS row_id,
       table_name || ': ' || rows || ' rows, and the release before had ' || former_rows || ' of the same articles' AS detail
FROM volumes
JOIN counted USING (table_name)
WHERE release_no = (SELECT max(release_no) FROM volumes)
  AND former_rows >= 50
  AND rows < 0.5 * former_rows
