-- table: articles
-- severity: error
-- expects: a source of ten articles or more does not suddenly lose its publication dates
WITH now AS (
    SELECT source, count(*) AS articles, count(published_edtf) AS dated FROM articles WHERE source IS NOT NULL GROUP BY source
),
former AS (
    SELECT source, articles, dated FROM source_volumes WHERE release_no = (SELECT max(release_no) FROM volumes) - 1
),
compared AS (
    SELECT source,
           now.articles - now.dated - (former.articles - former.dated) AS more_undated,
           former.dated / former.articles AS former_share,
           now.dated / now.articles AS share,
           now.articles - former.articles AS new_articles,
           (now.dated - former.dated) / nullif(now.articles - former.articles, 0) AS new_share
    FROM now
    JOIN former USING (source)
    WHERE former.articles >= 10
)
SELECT article_id AS row_id,
       source || ': ' || round(100 * share)::INTEGER || ' % of its articles are dated, '
       || round(100 * former_share)::INTEGER || ' % were; ' || file_name || ' is not' AS detail
FROM articles
JOIN compared USING (source)
WHERE published_edtf IS NULL
  AND former_share >= 0.5
  AND (share < former_share - 0.3 OR new_articles >= 10 AND new_share < 0.5 * former_share)
QUALIFY row_number() OVER (PARTITION BY source ORDER BY first_seen_at DESC, file_name, article_id) <= more_undated
ORDER BY first_seen_at DESC, file_name, article_id
