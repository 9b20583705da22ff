INSERT INTO release.source_volumes BY NAME
SELECT ? AS release_id,
       ? AS release_no,
       source,
       count(*) AS articles,
       count(published_edtf) AS dated,
       count(headline) AS headlined,
       coalesce(sum(word_count), 0)::BIGINT AS words
FROM release.articles
WHERE source IS NOT NULL
GROUP BY source
ORDER BY source
