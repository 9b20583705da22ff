SELECT entity_mentions.* REPLACE (entity_links.entity_id AS entity_id)
FROM entity_mentions
JOIN current_articles USING (article_id)
JOIN entity_links ON entity_links.local_id = entity_mentions.entity_id
ORDER BY article_no, char_start, char_end
