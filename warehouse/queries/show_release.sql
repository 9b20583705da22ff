SELECT * FROM releases WHERE release_id = ?
