-- The events that a release added or changed, in order of date.
SELECT event_id, date_edtf, event_type, mode, status, actors, recipients, place, independent_source_count, summary, change
FROM events
JOIN release_changes ON row_id = event_id AND table_name = 'events' AND release_id = $1
ORDER BY date_earliest NULLS LAST, date_edtf NULLS LAST, coalesce(event_type, mode), event_id
LIMIT $2
