SELECT release_changes.cause, release_changes.release_id, nullif(regexp_extract(release_changes.cause, 'ev_[0-9a-f]+$'), '') AS now_id
FROM release_changes
JOIN releases USING (release_id)
WHERE table_name = 'events' AND row_id = ? AND change = 'removed'
ORDER BY release_no DESC
LIMIT 1
