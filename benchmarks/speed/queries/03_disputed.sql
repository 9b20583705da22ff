-- Where do articles contradict each other, and what was published?
select event_type, field, published, others, articles_for, articles_against
from disputed
inner join events using (event_id)
where field in ('date_edtf', 'place', 'status')
limit 100
