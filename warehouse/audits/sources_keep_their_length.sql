-- table: articles
-- severity: error
-- expects: the articles of a source of ten or more do not suddenly lose half of their body
WITH now AS (
    SELECT source, count(*) AS articles, sum(word_count) AS words FROM articles WHERE source IS NOT NULL GROUP BY source
),
former AS (
    SELECT source, articles, words FROM source_volumes WHERE release_no = (SELECT max(release_no) FROM volumes) - 1
)
SELECT article_id AS row_id,
       source || ': ' || round(now.words / now.articles)::INTEGER || ' words an article, '
       || round(former.words / former.articles)::INTEGER || ' before; ' || file_name || ' has ' || word_count AS detail
FROM articles
JOIN now USING (source)
JOIN former USING (source)
WHERE former.articles >= 10
  AND now.words / now.articles < 0.5 * former.words / former.articles
  AND word_count < 0.5 * former.words / former.articles
ORDER BY first_seen_at DESC, file_name, article_id
