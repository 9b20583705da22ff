-- table: source_volumes
-- severity: warn
-- expects: ten or more new articles of a source are at least half as long as its earlier ones
WITH own AS (
    FROM source_volumes WHERE release_no = (SELECT max(release_no) FROM volumes)
),
former AS (
    FROM source_volumes WHERE release_no = (SELECT max(release_no) FROM volumes) - 1
)
SELECT own.release_id || '|' || source AS row_id,
       source || ': ' || round((own.words - former.words) / (own.articles - former.articles))::INTEGER
       || ' words a new article, ' || round(former.words / former.articles)::INTEGER || ' before' AS detail
FROM own
JOIN former USING (source)
WHERE former.articles >= 10
  AND own.articles - former.articles >= 10
  AND (own.words - former.words) / (own.articles - former.articles) < 0.5 * former.words / former.articles
