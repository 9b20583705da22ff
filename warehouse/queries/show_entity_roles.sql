SELECT role, organization, entity_roles.country, file_name, char_start, char_end
FROM entity_roles JOIN articles USING (article_id) WHERE entity_id = ? ORDER BY file_name, char_start
