select chunk_no, packed
from chunks
where chunk_no in (select value from json_each(?))
