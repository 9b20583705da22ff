delete from paragraphs
where chunk_no in (select value from json_each(?))
