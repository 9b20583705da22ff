SELECT * FROM releases ORDER BY release_no
