INSERT INTO checks BY NAME
SELECT * FROM previous.checks
WHERE release_id IN (SELECT release_id FROM previous.releases ORDER BY release_no DESC LIMIT ?)
