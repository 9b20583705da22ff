-- Arrivals that other code has read, and articles of which is not known what was extracted from them.
SELECT
    (SELECT count(*) FROM arrivals WHERE is_processed AND read_by IS DISTINCT FROM ?)
    + (SELECT count(*) FROM articles ANTI JOIN derivations USING (article_id))
