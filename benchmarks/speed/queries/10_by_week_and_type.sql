-- Events a week and type, and of how many independent sources.
select date_trunc('week', date_earliest) as week, event_type, count(*) as events, avg(independent_source_count) as sources
from events
where date_earliest is not null
group by all
order by week, event_type
