SELECT item_id, file_name, stage, reason, fix FROM quarantine ORDER BY seen_at DESC, file_name, item_id
