SELECT article_id, file_name FROM articles WHERE article_id IN (SELECT unnest(?::VARCHAR[]))
