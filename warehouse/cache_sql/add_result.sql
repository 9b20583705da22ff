insert or replace into results (key, chunk_no, position) values (?, ?, ?)
