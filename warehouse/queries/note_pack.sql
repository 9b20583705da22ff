DELETE FROM pack_marks;
INSERT INTO pack_marks VALUES (?);
