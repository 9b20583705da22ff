select key, chunk_no, position
from wanted
inner join results using (key)
