delete from results
where chunk_no in (select value from json_each(?))
