SELECT item_id FROM quarantine WHERE item_id = ?
