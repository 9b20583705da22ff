-- Rows of $table that differ between the database attached as `previous` and this one, each with its cause.
WITH fresh AS (
    SELECT article_id FROM main.articles WHERE article_id NOT IN (SELECT article_id FROM previous.articles)
),
gone AS (
    SELECT article_id, file_name FROM previous.articles WHERE article_id NOT IN (SELECT article_id FROM main.articles)
),
corrected AS (
    SELECT article_id FROM gone
    UNION
    SELECT article_id FROM main.articles JOIN fresh USING (article_id) WHERE file_name IN (SELECT file_name FROM gone)
    UNION
    SELECT article_id FROM (SELECT unnest(?::VARCHAR[]) AS article_id)
),
of_event AS (
    SELECT event_id, article_id FROM main.event_mentions
    UNION
    SELECT event_id, article_id FROM previous.event_mentions
),
of_entity AS (
    SELECT entity_id, article_id FROM main.entity_mentions
    UNION
    SELECT entity_id, article_id FROM previous.entity_mentions
),
old_rows AS (SELECT concat_ws('|', $key) AS row_id, hash(old_row) AS digest, $owner AS owner FROM previous.$table AS old_row),
new_rows AS (SELECT concat_ws('|', $key) AS row_id, hash(new_row) AS digest, $owner AS owner FROM main.$table AS new_row),
differing AS (
    SELECT row_id,
           CASE WHEN old_rows.digest IS NULL THEN 'added' WHEN new_rows.digest IS NULL THEN 'removed' ELSE 'changed' END AS change,
           coalesce(new_rows.owner, old_rows.owner) AS owner
    FROM old_rows
    FULL JOIN new_rows USING (row_id)
    WHERE old_rows.digest IS DISTINCT FROM new_rows.digest
),
touching AS (
    SELECT owner, article_id FROM differing JOIN $touching AS touched ON touched.$owner = differing.owner
)
SELECT ? AS release_id,
       '$table' AS table_name,
       row_id,
       change,
       CASE
           WHEN owner IN (SELECT owner FROM touching JOIN corrected USING (article_id)) THEN 'correction'
           WHEN owner IN (SELECT owner FROM touching JOIN fresh USING (article_id)) THEN 'new article'
           WHEN ? THEN 'code change'
           WHEN EXISTS (FROM fresh) THEN 'new article'
           ELSE 'correction'
       END AS cause
FROM differing
ORDER BY row_id
