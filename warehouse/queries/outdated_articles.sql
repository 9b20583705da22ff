SELECT article_id FROM derivations WHERE made_by IS NULL ORDER BY article_id
