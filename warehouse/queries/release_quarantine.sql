-- What is no longer withdrawn or left out, or for another reason now.
DELETE FROM quarantine
WHERE (reason = 'retracted'
       AND detail IS DISTINCT FROM (SELECT max_by(one.reason, retracted_at) FROM retractions AS one
                                    WHERE one.article_id = quarantine.article_id))
   OR (reason = 'left out by hand'
       AND (article_id NOT IN (SELECT article_id FROM exclusions) OR article_id IN (SELECT article_id FROM retractions)))
