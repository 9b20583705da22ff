select key, chunk_no, position
from wanted
inner join paragraphs using (key)
