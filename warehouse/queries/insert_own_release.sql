INSERT INTO releases BY NAME FROM own_release;
INSERT INTO checks BY NAME FROM own_checks;
