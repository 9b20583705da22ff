-- The articles that count: held by the newest readable arrival of some file, not retracted and not left out.
CREATE OR REPLACE VIEW current_articles AS
WITH newest AS (
    SELECT origin, file_name, max(arrival_no) AS arrival_no
    FROM arrivals
    WHERE is_processed
      AND raw_id IN (SELECT raw_id FROM article_files)
    GROUP BY origin, file_name
),
held AS (
    SELECT article_files.article_id,
           min(article_files.arrival_no) AS arrival_no,
           min(article_files.position) AS position
    FROM newest
    JOIN arrivals USING (arrival_no)
    JOIN article_files USING (raw_id)
    GROUP BY article_files.article_id
)
SELECT held.article_id,
       row_number() OVER (ORDER BY held.arrival_no, held.position, held.article_id) AS article_no
FROM held
WHERE held.article_id NOT IN (SELECT article_id FROM retractions)
  AND held.article_id NOT IN (SELECT article_id FROM exclusions)
