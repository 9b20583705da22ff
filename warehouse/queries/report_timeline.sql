-- The events that a release added or changed, in order of date.
SELECT timeline.date, timeline.type, timeline.status, who, to_whom, timeline.place, articles, sources, event_id, change, summary
FROM timeline
JOIN events USING (event_id)
JOIN release_changes ON row_id = event_id AND table_name = 'events' AND release_id = $1
ORDER BY date_earliest NULLS LAST, date_edtf NULLS LAST, events.event_type, event_id
LIMIT $2
