SELECT * FROM releases ORDER BY published_at, release_id
