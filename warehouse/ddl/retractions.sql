CREATE TABLE retractions (
    "article_id" VARCHAR NOT NULL,
    "reason" VARCHAR NOT NULL,
    "retracted_at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE retractions IS 'An article that was withdrawn for good: it stays stored and is never published again.';
COMMENT ON COLUMN retractions."article_id" IS 'The article.';
COMMENT ON COLUMN retractions."reason" IS 'Why, in the words of the person who withdrew it.';
COMMENT ON COLUMN retractions."retracted_at" IS 'When (UTC).';
