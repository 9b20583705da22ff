-- What happened, as most independent sources tell it?
select date_edtf, event_type, status, actors, recipients, place, independent_source_count, summary
from events
order by independent_source_count desc, event_id
limit 50
