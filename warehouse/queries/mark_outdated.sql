UPDATE derivations SET made_by = NULL WHERE article_id IN (SELECT unnest(?::VARCHAR[]))
