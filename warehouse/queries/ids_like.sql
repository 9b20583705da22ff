-- The first ids that begin so, of whatever can be shown.
SELECT id FROM (
    SELECT article_id AS id FROM articles
    UNION ALL
    SELECT entity_id AS id FROM entities
    UNION ALL
    SELECT quote_id AS id FROM quotes
    UNION ALL
    SELECT event_id AS id FROM events
    UNION ALL
    SELECT release_id AS id FROM releases
    UNION ALL
    SELECT item_id AS id FROM quarantine
    UNION ALL
    SELECT mention_id AS id FROM event_mentions
    UNION ALL
    SELECT mention_id AS id FROM entity_mentions
    UNION ALL
    SELECT sentence_id AS id FROM sentences
)
WHERE starts_with(id, $1)
ORDER BY id
LIMIT 6
