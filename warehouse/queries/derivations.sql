SELECT article_id, event_words, made_by FROM derivations ORDER BY article_id
