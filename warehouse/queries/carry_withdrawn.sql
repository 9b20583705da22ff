INSERT INTO release.withdrawn_articles BY NAME
SELECT * FROM previous.withdrawn_articles
WHERE article_id NOT IN (SELECT article_id FROM release.articles)
