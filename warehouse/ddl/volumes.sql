CREATE TABLE volumes (
    "release_id" VARCHAR NOT NULL,
    "release_no" BIGINT NOT NULL,
    "table_name" VARCHAR NOT NULL,
    "row_count" BIGINT NOT NULL,
    "former_rows" BIGINT
);
COMMENT ON TABLE volumes IS 'How many rows a table had in a release, and how many it had to have: the history for the checks on volume.';
COMMENT ON COLUMN volumes."release_id" IS 'The release.';
COMMENT ON COLUMN volumes."release_no" IS 'Order of publication, from 1.';
COMMENT ON COLUMN volumes."table_name" IS 'The table.';
COMMENT ON COLUMN volumes."row_count" IS 'Its rows.';
COMMENT ON COLUMN volumes."former_rows" IS 'Rows of the release before, of articles that were not withdrawn since.';
