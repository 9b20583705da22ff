SELECT * FROM $table WHERE article_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY $key
