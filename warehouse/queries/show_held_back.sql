SELECT * FROM quarantine WHERE article_id = ? ORDER BY seen_at, item_id
