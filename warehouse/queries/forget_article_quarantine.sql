DELETE FROM quarantine WHERE article_id IN (SELECT unnest(?::VARCHAR[])) AND stage IN ('extract', 'check')
