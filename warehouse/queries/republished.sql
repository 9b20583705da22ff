-- Articles that the attached, earlier release holds and that have been retracted since.
SELECT articles.article_id, articles.file_name, quarantine.detail
FROM earlier.articles AS articles
JOIN quarantine ON quarantine.article_id = articles.article_id AND quarantine.reason = 'retracted'
ORDER BY articles.file_name, articles.article_id
