CREATE VIEW timeline AS
SELECT coalesce(date_edtf, '') AS "date",
       coalesce(event_type || '/' || mode, event_type, mode) AS what,
       status,
       ltrim(array_to_string(actors, ', ')
           || CASE WHEN len(recipients) > 0 THEN ' → ' || array_to_string(recipients, ', ') ELSE '' END) AS who,
       coalesce(place, '') AS place,
       independent_source_count AS sources,
       event_id
FROM events
ORDER BY date_earliest NULLS LAST, date_edtf NULLS LAST, what, event_id;
