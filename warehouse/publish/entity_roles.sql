SELECT DISTINCT ON (entity_links.entity_id, role, article_id, char_start)
       entity_roles.* REPLACE (entity_links.entity_id AS entity_id)
FROM entity_roles
JOIN current_articles USING (article_id)
JOIN entity_links ON entity_links.local_id = entity_roles.entity_id
ORDER BY article_no, char_start, role, entity_links.entity_id
