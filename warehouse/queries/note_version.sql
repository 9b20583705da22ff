INSERT INTO store_versions VALUES (?)
