SELECT * FROM quarantine ORDER BY seen_at DESC, item_id
