DELETE FROM exclusions WHERE article_id IN (SELECT unnest(?::VARCHAR[]))
