CREATE TABLE store_versions (
    "version" BIGINT NOT NULL
);
COMMENT ON TABLE store_versions IS 'A version of its tables that the store has had; the highest is the present one.';
COMMENT ON COLUMN store_versions."version" IS 'The number of the migration that led to it.';
