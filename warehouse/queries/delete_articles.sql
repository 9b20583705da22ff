DELETE FROM $table WHERE article_id IN (SELECT unnest(?::VARCHAR[]))
