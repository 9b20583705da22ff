-- The sentences behind the best attested event.
select file_name, sentences.text, event_mentions.text, confidence
from event_mentions
inner join sentences using (sentence_id)
inner join articles on articles.article_id = event_mentions.article_id
where event_id = (select event_id from events order by article_count desc, event_id limit 1)
