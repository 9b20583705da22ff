delete from chunks
where chunk_no in (select value from json_each(?))
