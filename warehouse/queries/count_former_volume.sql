UPDATE release.volumes
SET former_rows = (
    WITH still_there AS (
        SELECT article_id FROM previous.articles
        WHERE article_id NOT IN (SELECT article_id FROM release.withdrawn_articles WHERE reason <> 'missing')
    ),
    of_event AS (
        SELECT event_id, article_id FROM previous.event_mentions
    ),
    of_entity AS (
        SELECT entity_id, article_id FROM previous.entity_mentions
    )
    SELECT count(*) FROM previous.$table AS former
    WHERE former.$owner IN (SELECT $owner FROM $touching AS touched JOIN still_there USING (article_id))
)
WHERE release_id = ? AND table_name = '$table'
