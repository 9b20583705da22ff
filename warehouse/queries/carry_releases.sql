INSERT INTO releases BY NAME SELECT * FROM previous.releases
