-- table: event_claims
-- severity: error
-- expects: a claim's mention is one of its event and of its article
SELECT concat_ws('|', claim.event_id, field, value, mention_id) AS row_id, 'the mention is of ' || mention.event_id AS detail
FROM event_claims AS claim
JOIN event_mentions AS mention USING (mention_id)
WHERE claim.event_id <> mention.event_id OR claim.article_id <> mention.article_id
