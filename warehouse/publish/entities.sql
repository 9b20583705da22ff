SELECT * FROM entities ORDER BY mention_count DESC, name, entity_id
