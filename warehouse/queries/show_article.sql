SELECT articles.*,
       (SELECT count(*) FROM quotes WHERE quotes.article_id = articles.article_id) AS quotes,
       (SELECT count(*) FROM entity_mentions AS mention WHERE mention.article_id = articles.article_id) AS mentions
FROM articles
WHERE article_id = ?
