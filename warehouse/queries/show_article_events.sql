SELECT event_id, event_type, mode, status, actors, recipients, place, date_edtf, date_text, "text"
FROM event_mentions WHERE article_id = ? ORDER BY char_start
