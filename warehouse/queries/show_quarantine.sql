SELECT * FROM quarantine WHERE item_id = ?
