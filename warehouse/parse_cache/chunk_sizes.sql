-- What goes first when room is needed: other models' parses, then the oldest.
select chunk_no, length(packed)
from chunks
order by stamp = ?, chunk_no
