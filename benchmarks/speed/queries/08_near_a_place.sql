-- What happened within five degrees of a point?
select event_type, place, count(*) as events
from events
where latitude between 46 and 56 and longitude between -5 and 5
group by all
order by events desc, place
