-- Says of events that this release added or removed which other event took their mentions in, or had them before.
UPDATE release_changes
SET cause = cause || ': ' || lineage.what
FROM (
    WITH moved AS (
        SELECT former.event_id AS old_id, present.event_id AS new_id, count(*) AS mentions
        FROM previous.event_mentions AS former
        JOIN main.event_mentions AS present USING (mention_id)
        GROUP BY ALL
    ),
    heirs AS (
        SELECT old_id, arg_max(new_id, (old_id = new_id, mentions, new_id)) AS new_id FROM moved GROUP BY old_id
    ),
    origins AS (
        SELECT new_id, arg_max(old_id, (old_id = new_id, mentions, old_id)) AS old_id FROM moved GROUP BY new_id
    )
    SELECT old_id AS event_id, 'removed' AS change, 'merged into ' || new_id AS what FROM heirs
    UNION ALL
    SELECT origins.new_id, 'added', 'split from ' || origins.old_id
    FROM origins
    JOIN heirs ON heirs.old_id = origins.old_id AND heirs.new_id <> origins.new_id
) AS lineage
WHERE release_changes.release_id = ?
  AND release_changes.table_name = 'events'
  AND release_changes.row_id = lineage.event_id
  AND release_changes.change = lineage.change
