-- Says of events that this release added or removed which other event took their mentions in, or had them before.
-- A revised article's mentions have other ids: each is taken for the one of its kind that is most like it.
UPDATE release_changes
SET cause = cause || ': ' || lineage.what
FROM (
    WITH gone AS (
        SELECT article_id, file_name, url, headline, count(*) OVER (PARTITION BY file_name) AS in_file
        FROM previous.articles
        WHERE article_id NOT IN (SELECT article_id FROM main.articles)
    ),
    fresh AS (
        SELECT article_id, file_name, url, headline, count(*) OVER (PARTITION BY file_name) AS in_file
        FROM main.articles
        WHERE article_id NOT IN (SELECT article_id FROM previous.articles)
    ),
    revised AS (
        SELECT gone.article_id AS old_article_id, fresh.article_id AS new_article_id
        FROM gone
        JOIN fresh USING (file_name)
        WHERE (gone.in_file = 1 AND fresh.in_file = 1) OR gone.url = fresh.url OR gone.headline = fresh.headline
    ),
    retold AS (
        SELECT former.event_id AS old_id, present.event_id AS new_id
        FROM revised
        JOIN previous.event_mentions AS former ON former.article_id = old_article_id
        JOIN main.event_mentions AS present
          ON present.article_id = new_article_id
         AND coalesce(present.event_type, present.mode) = coalesce(former.event_type, former.mode)
        WHERE lower(present.text) = lower(former.text) OR present.date_edtf = former.date_edtf
        QUALIFY row_number() OVER (
            PARTITION BY former.mention_id, present.article_id
            ORDER BY (lower(present.text) = lower(former.text))::INT
                     + (present.actors = former.actors)::INT
                     + (present.recipients = former.recipients)::INT
                     + (present.place IS NOT DISTINCT FROM former.place)::INT
                     + (present.date_edtf IS NOT DISTINCT FROM former.date_edtf)::INT DESC,
                     present.char_start,
                     present.mention_id
        ) = 1
    ),
    moved AS (
        SELECT old_id, new_id, count(*) AS mentions
        FROM (
            SELECT former.event_id AS old_id, present.event_id AS new_id
            FROM previous.event_mentions AS former
            JOIN main.event_mentions AS present USING (mention_id)
            UNION ALL
            FROM retold
        )
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
