SELECT * FROM quarantine ORDER BY file_name, item_id
