SELECT event_id AS id FROM event_mentions WHERE mention_id = $1
UNION ALL
SELECT entity_id FROM entity_mentions WHERE mention_id = $1
