-- Who is quoted most, and how often in their own words?
select name, count(*) as quotes, count(*) filter (where is_direct) as direct
from quotes
inner join entities on entity_id = speaker_id
group by all
order by quotes desc, name
limit 50
