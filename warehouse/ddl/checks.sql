CREATE TABLE checks (
    "release_id" VARCHAR NOT NULL,
    "layer" VARCHAR NOT NULL,
    "table_name" VARCHAR NOT NULL,
    "check_name" VARCHAR NOT NULL,
    "severity" VARCHAR NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "observed" VARCHAR NOT NULL,
    "expected" VARCHAR NOT NULL
);
COMMENT ON TABLE checks IS 'One check of one release with what it found.';
COMMENT ON COLUMN checks."release_id" IS 'The release that was checked.';
COMMENT ON COLUMN checks."layer" IS 'pandera at the stage boundaries, Great Expectations on the release.';
COMMENT ON COLUMN checks."table_name" IS 'The table checked.';
COMMENT ON COLUMN checks."check_name" IS 'What was checked.';
COMMENT ON COLUMN checks."severity" IS 'error holds the release, warn does not.';
COMMENT ON COLUMN checks."passed" IS 'Whether it held.';
COMMENT ON COLUMN checks."observed" IS 'What was found.';
COMMENT ON COLUMN checks."expected" IS 'What should be.';
