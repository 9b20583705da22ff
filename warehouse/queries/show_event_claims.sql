SELECT field, value, chosen, string_agg(DISTINCT rule, '; ' ORDER BY rule) AS rule,
       -- A date without its year, or a month, does not contradict the day that lies in it.
       bool_and(chosen OR rule = 'less precise than the date published') AS agrees,
       list(DISTINCT file_name ORDER BY file_name) AS files
FROM event_claims
JOIN articles USING (article_id)
WHERE event_id = ?
GROUP BY field, value, chosen
ORDER BY field, chosen DESC, value
