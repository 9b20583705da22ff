SELECT * FROM checks WHERE release_id = ? AND NOT passed ORDER BY table_name, check_name
