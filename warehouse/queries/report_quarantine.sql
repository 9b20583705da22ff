-- What is in quarantine, with whether it came in since the release before the one that is given.
SELECT item_id, file_name, article_id, stage, reason, detail, fix, seen_at,
       seen_at > coalesce((SELECT max(published_at) FROM releases WHERE release_id <> $1), TIMESTAMP '0001-01-01') AS is_new
FROM quarantine
ORDER BY is_new DESC, seen_at DESC, file_name, item_id
