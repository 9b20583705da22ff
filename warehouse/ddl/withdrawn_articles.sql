CREATE TABLE withdrawn_articles (
    "article_id" VARCHAR NOT NULL,
    "file_name" VARCHAR NOT NULL,
    "source" VARCHAR,
    "headline" VARCHAR,
    "reason" VARCHAR NOT NULL,
    "release_id" VARCHAR NOT NULL
);
COMMENT ON TABLE withdrawn_articles IS 'One article that an earlier release had and this one has not, and why; its bytes are still stored.';
COMMENT ON COLUMN withdrawn_articles."article_id" IS 'The article.';
COMMENT ON COLUMN withdrawn_articles."file_name" IS 'The file it came from.';
COMMENT ON COLUMN withdrawn_articles."source" IS 'The publisher.';
COMMENT ON COLUMN withdrawn_articles."headline" IS 'The headline, as printed.';
COMMENT ON COLUMN withdrawn_articles."reason" IS 'superseded by newer bytes of its file, retracted or left out by hand, or missing: read no more.';
COMMENT ON COLUMN withdrawn_articles."release_id" IS 'The first release without it.';
