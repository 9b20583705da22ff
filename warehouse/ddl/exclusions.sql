CREATE TABLE exclusions (
    "article_id" VARCHAR NOT NULL,
    "reason" VARCHAR NOT NULL,
    "excluded_at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE exclusions IS 'An article that a run was told to leave out, until a later run takes it back in.';
COMMENT ON COLUMN exclusions."article_id" IS 'The article.';
COMMENT ON COLUMN exclusions."reason" IS 'Why.';
COMMENT ON COLUMN exclusions."excluded_at" IS 'When (UTC).';
