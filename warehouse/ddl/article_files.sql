CREATE TABLE article_files (
    "raw_id" VARCHAR NOT NULL,
    "position" BIGINT NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "arrival_no" BIGINT NOT NULL
);
COMMENT ON TABLE article_files IS 'Which bytes hold which article: a file of many records holds many, and copies hold the same one.';
COMMENT ON COLUMN article_files."raw_id" IS 'SHA-256 of the file''s bytes.';
COMMENT ON COLUMN article_files."position" IS 'Order inside the file, from 0.';
COMMENT ON COLUMN article_files."article_id" IS 'The article.';
COMMENT ON COLUMN article_files."arrival_no" IS 'The arrival that first brought it.';
