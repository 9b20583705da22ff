insert or replace into paragraphs (key, chunk_no, position) values (?, ?, ?)
