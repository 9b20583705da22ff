-- Why an event is gone, and which event has its mentions now, though that may have joined another one since.
WITH RECURSIVE removed AS (
    SELECT row_id, cause, release_id, release_no, nullif(regexp_extract(cause, 'ev_[0-9a-f]+$'), '') AS heir
    FROM release_changes
    JOIN releases USING (release_id)
    WHERE table_name = 'events' AND change = 'removed'
    QUALIFY row_number() OVER (PARTITION BY row_id ORDER BY release_no DESC) = 1
),
heirs(cause, release_id, now_id, depth) AS (
    SELECT cause, release_id, heir, 0 FROM removed WHERE row_id = ?
    UNION ALL
    SELECT heirs.cause, heirs.release_id, removed.heir, depth + 1
    FROM heirs
    JOIN removed ON removed.row_id = now_id
    WHERE depth < 100 AND now_id NOT IN (SELECT event_id FROM events)
)
SELECT cause, release_id, now_id FROM heirs ORDER BY depth DESC LIMIT 1
