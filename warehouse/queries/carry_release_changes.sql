INSERT INTO release_changes BY NAME
SELECT * FROM previous.release_changes
WHERE release_id IN (SELECT release_id FROM previous.releases ORDER BY release_no DESC LIMIT ?)
