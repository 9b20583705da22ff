CREATE VIEW disputed_roles AS
SELECT roles.entity_id,
       entities.name,
       roles.role,
       roles.country AS stated_country,
       entities.country AS published_country,
       count(*) FILTER (WHERE others.country = entities.country) AS articles_for,
       articles.file_name,
       roles.article_id,
       roles.char_start,
       roles.char_end
FROM entity_roles AS roles
JOIN entities USING (entity_id)
JOIN articles USING (article_id)
LEFT JOIN (SELECT DISTINCT entity_id, article_id, country FROM entity_roles) AS others
    ON others.entity_id = roles.entity_id AND others.article_id <> roles.article_id
-- A former office, or one that somebody then held, is another state's for a reason: time has passed.
-- A test holds the words to those under `former` in transforms/places/actor_nouns.yaml.
WHERE roles.country <> entities.country
  AND NOT regexp_matches(
      lower(substr(articles."text", greatest(1, roles.char_start - 14), roles.char_end - greatest(0, roles.char_start - 15))),
      '\b(former|formerly|then|erstwhile|ex|one-time|onetime|retired|ousted|deposed)\b'
  )
GROUP BY ALL
ORDER BY roles.entity_id, articles.file_name, roles.char_start;
