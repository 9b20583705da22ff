select chunk_no
from results
where key = ?
