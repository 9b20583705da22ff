-- Articles of the release before that this one has not, each with its reason, from what the store knows of them.
INSERT INTO release.withdrawn_articles BY NAME
SELECT article_id,
       file_name,
       source,
       headline,
       CASE
           WHEN article_id IN (SELECT article_id FROM retractions) THEN 'retracted'
           WHEN article_id IN (SELECT article_id FROM exclusions) THEN 'left out'
           WHEN article_id IN (SELECT article_id FROM article_files) THEN 'superseded'
           ELSE 'missing'
       END AS reason,
       ? AS release_id
FROM previous.articles
WHERE article_id NOT IN (SELECT article_id FROM release.articles)
ORDER BY article_id
