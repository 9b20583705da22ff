SELECT event_id, event_type, mode, status, actors, recipients, place, date_edtf
FROM events
WHERE list_contains(actors, $1) OR list_contains(recipients, $1)
ORDER BY date_earliest NULLS LAST, event_id
LIMIT 20
