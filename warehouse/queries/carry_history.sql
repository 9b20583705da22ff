INSERT INTO release.$table BY NAME
SELECT * FROM previous.$table
WHERE release_no > (SELECT max(release_no) FROM previous.$table) - ?
