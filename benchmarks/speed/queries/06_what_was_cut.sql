-- What was cut from the articles, and by which rule?
select kind, rule, count(*) as spans, sum(length(text)) as characters
from removed_text
group by all
order by spans desc
