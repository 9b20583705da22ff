-- What the release holds, and how much of it this release added.
WITH added AS (
    SELECT table_name, count(*) AS rows FROM release_changes WHERE release_id = $1 AND change = 'added' GROUP BY table_name
),
held AS (
    SELECT 'entities' AS table_name, count(*) AS rows FROM entities
    UNION ALL SELECT 'entity_mentions', count(*) FROM entity_mentions
    UNION ALL SELECT 'entity_roles', count(*) FROM entity_roles
    UNION ALL SELECT 'quotes', count(*) FROM quotes
    UNION ALL SELECT 'event_mentions', count(*) FROM event_mentions
    UNION ALL SELECT 'events', count(*) FROM events
    UNION ALL SELECT 'article_links', count(*) FROM article_links
)
SELECT held.table_name, held.rows, coalesce(added.rows, 0) AS added FROM held LEFT JOIN added USING (table_name)
