-- What goes first when room is needed: results of other models or code, then the oldest.
select chunk_no, length(packed)
from chunks
order by stamp in (select value from json_each(?)), chunk_no
