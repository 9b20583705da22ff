SELECT *,
       CASE WHEN reason = 'superseded' THEN
           (SELECT list(article_id ORDER BY article_id) FROM articles WHERE articles.file_name = withdrawn_articles.file_name)
       END AS successors
FROM withdrawn_articles
WHERE article_id = ?
