-- The health of each source: how much it brought, what was cut, and which facts its articles come with.
WITH cut AS (
    SELECT article_id, sum(char_end - char_start) AS characters FROM removed_text GROUP BY article_id
),
added AS (
    SELECT row_id AS article_id FROM release_changes
    WHERE release_id = $1 AND table_name = 'articles' AND change = 'added'
)
SELECT coalesce(source, '(unknown)') AS source,
       count(*) AS articles,
       count(added.article_id) AS new,
       avg(word_count) AS words,
       100 * coalesce(sum(characters), 0) / greatest(sum(length(text)), 1) AS cut,
       100 * count(published_edtf) / count(*) AS dated,
       100 * count(headline) / count(*) AS headlined,
       max(first_seen_at) AS last_seen
FROM articles
LEFT JOIN cut USING (article_id)
LEFT JOIN added USING (article_id)
GROUP BY ALL
ORDER BY articles DESC, source
