CREATE TABLE source_volumes (
    "release_id" VARCHAR NOT NULL,
    "release_no" BIGINT NOT NULL,
    "source" VARCHAR NOT NULL,
    "articles" BIGINT NOT NULL,
    "dated" BIGINT NOT NULL,
    "headlined" BIGINT NOT NULL,
    "words" BIGINT NOT NULL
);
COMMENT ON TABLE source_volumes IS 'What a release had of a source: the history for the checks on each source''s health.';
COMMENT ON COLUMN source_volumes."release_id" IS 'The release.';
COMMENT ON COLUMN source_volumes."release_no" IS 'Order of publication, from 1.';
COMMENT ON COLUMN source_volumes."source" IS 'The publisher, as in articles.source.';
COMMENT ON COLUMN source_volumes."articles" IS 'Its articles.';
COMMENT ON COLUMN source_volumes."dated" IS 'Those with a date of publication.';
COMMENT ON COLUMN source_volumes."headlined" IS 'Those with a headline.';
COMMENT ON COLUMN source_volumes."words" IS 'Words in their bodies.';
