CREATE TABLE releases (
    "release_id" VARCHAR NOT NULL,
    "release_no" BIGINT NOT NULL,
    "published_at" TIMESTAMP NOT NULL,
    "run_id" VARCHAR NOT NULL,
    "code_version" VARCHAR NOT NULL,
    "input_hash" VARCHAR NOT NULL,
    "articles" BIGINT NOT NULL,
    "events" BIGINT NOT NULL,
    "checks_passed" BIGINT NOT NULL,
    "checks_failed" BIGINT NOT NULL
);
COMMENT ON TABLE releases IS 'One published state of the whole database.';
COMMENT ON COLUMN releases."release_id" IS 'Hash of the published content and the releases before it.';
COMMENT ON COLUMN releases."release_no" IS 'Order of publication, from 1; the clock may jump, this does not.';
COMMENT ON COLUMN releases."published_at" IS 'When it was put in place (UTC).';
COMMENT ON COLUMN releases."run_id" IS 'The run that built it.';
COMMENT ON COLUMN releases."code_version" IS 'Version of Dragoman, after + a hash of its rules and word lists, and version of the language model.';
COMMENT ON COLUMN releases."input_hash" IS 'Hash of what it was made from: a run that finds the same publishes nothing.';
COMMENT ON COLUMN releases."articles" IS 'Rows of articles.';
COMMENT ON COLUMN releases."events" IS 'Rows of events.';
COMMENT ON COLUMN releases."checks_passed" IS 'Checks that held.';
COMMENT ON COLUMN releases."checks_failed" IS 'Checks that failed without holding the release back.';
