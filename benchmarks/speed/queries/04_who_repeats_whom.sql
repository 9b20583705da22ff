-- Who repeats whom?
select one.file_name, kind, score, other.file_name
from article_links
inner join articles as one using (article_id)
inner join articles as other on other.article_id = article_links.related_article_id
order by score desc
limit 100
