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
COMMENT ON VIEW timeline IS 'Events in order of date, the readable columns only.';
COMMENT ON COLUMN timeline."date" IS 'When, as EDTF; empty where no article says.';
COMMENT ON COLUMN timeline.what IS 'PLOVER type and mode; in small letters the class of a happening that PLOVER has no type for.';
COMMENT ON COLUMN timeline.status IS 'Whether it happened, as far as the articles tell.';
COMMENT ON COLUMN timeline.who IS 'The entities that act, and after the arrow those acted upon.';
COMMENT ON COLUMN timeline.place IS 'Where.';
COMMENT ON COLUMN timeline.sources IS 'Independent sources that speak of it.';
COMMENT ON COLUMN timeline.event_id IS 'The event, for dragoman show.';
