-- Events whose date is at most a year wide, those that most independent sources tell first.
SELECT event_id, event_type, mode, status, date_edtf, date_earliest, date_latest, actors, recipients, place,
       independent_source_count, summary
FROM events
WHERE date_earliest IS NOT NULL AND date_latest IS NOT NULL AND date_diff('day', date_earliest, date_latest) <= 366
ORDER BY independent_source_count DESC, article_count DESC, event_id
LIMIT $1
