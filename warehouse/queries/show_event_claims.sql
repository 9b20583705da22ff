SELECT field, value, chosen, string_agg(DISTINCT rule, '; ' ORDER BY rule) AS rule,
       list(DISTINCT file_name ORDER BY file_name) AS files
FROM event_claims
JOIN articles USING (article_id)
WHERE event_id = ?
GROUP BY field, value, chosen
ORDER BY field, chosen DESC, value
