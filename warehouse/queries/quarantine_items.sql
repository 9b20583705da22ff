SELECT item_id FROM quarantine ORDER BY item_id
