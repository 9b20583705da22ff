SELECT (SELECT count(*) FROM articles) AS articles,
       (SELECT count(*) FROM entities) AS entities,
       (SELECT count(*) FROM quotes) AS quotes,
       (SELECT count(*) FROM events) AS events,
       (SELECT count(*) FROM disputed) AS disputed,
       (SELECT count(*) FROM quarantine) AS quarantined
