-- What did one state do to another?
select date_edtf, event_type, status, summary
from events
where list_contains(actor_countries, 'USA') and list_contains(recipient_countries, 'JPN')
order by date_earliest nulls last, event_id
