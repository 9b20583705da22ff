-- The rules that took out most, with the commonest line that each took.
SELECT rule,
       kind,
       count(*) AS spans,
       count(DISTINCT article_id) AS articles,
       sum(char_end - char_start) AS characters,
       mode(trim(text) ORDER BY article_id, char_start) AS example
FROM removed_text
GROUP BY rule, kind
ORDER BY spans DESC, rule, kind
LIMIT $1
