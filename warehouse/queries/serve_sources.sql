-- How each source did in one release, beside what it usually brings in a release that it brings anything in.
WITH cut AS (
    SELECT article_id, sum(char_end - char_start) AS characters FROM removed_text GROUP BY article_id
),
brought AS (
    SELECT coalesce(articles.source, '(unknown)') AS source,
           release_changes.release_id,
           count(*) AS articles,
           avg(word_count) AS words,
           100 * sum(coalesce(cut.characters, 0)) / greatest(sum(length(articles.text)), 1) AS cut,
           100 * count(published_edtf) / count(*) AS dated
    FROM release_changes
    JOIN articles ON articles.article_id = release_changes.row_id
    LEFT JOIN cut ON cut.article_id = articles.article_id
    WHERE release_changes.table_name = 'articles' AND release_changes.change = 'added'
    GROUP BY ALL
),
usual AS (
    SELECT source, avg(articles) AS articles, avg(words) AS words, avg(cut) AS cut, avg(dated) AS dated
    FROM brought
    WHERE release_id <> $1
    GROUP BY source
),
known AS (
    SELECT coalesce(source, '(unknown)') AS source, count(*) AS articles, max(first_seen_at) AS last_seen
    FROM articles
    GROUP BY ALL
)
SELECT known.source,
       known.articles AS in_all,
       known.last_seen,
       coalesce(own.articles, 0) AS articles, usual.articles AS usual_articles,
       own.words, usual.words AS usual_words,
       own.cut, usual.cut AS usual_cut,
       own.dated, usual.dated AS usual_dated
FROM known
LEFT JOIN (SELECT * FROM brought WHERE release_id = $1) AS own USING (source)
LEFT JOIN usual USING (source)
ORDER BY articles DESC, in_all DESC, known.source
