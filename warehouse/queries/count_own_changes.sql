SELECT count(*) FROM release_changes WHERE release_id = ?
