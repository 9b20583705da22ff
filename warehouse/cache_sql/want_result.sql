insert into wanted (key) values (?)
