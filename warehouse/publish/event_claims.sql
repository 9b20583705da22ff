SELECT * FROM event_claims ORDER BY event_id, field, chosen DESC, value, mention_id
