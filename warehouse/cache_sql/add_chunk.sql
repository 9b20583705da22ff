insert into chunks (stamp, packed) values (?, ?)
