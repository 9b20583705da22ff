-- What cleaning took out, by kind: spans, characters, and their share of all visible text.
SELECT kind,
       count(*) AS spans,
       count(DISTINCT article_id) AS articles,
       sum(char_end - char_start) AS characters,
       100 * sum(char_end - char_start) / (SELECT sum(length(text)) FROM articles) AS share
FROM removed_text
GROUP BY kind
ORDER BY characters DESC, kind
