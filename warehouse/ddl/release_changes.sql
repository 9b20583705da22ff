CREATE TABLE release_changes (
    "release_id" VARCHAR NOT NULL,
    "table_name" VARCHAR NOT NULL,
    "row_id" VARCHAR NOT NULL,
    "change" VARCHAR NOT NULL,
    "cause" VARCHAR NOT NULL
);
COMMENT ON TABLE release_changes IS 'One row that a release added, changed or removed against the one before.';
COMMENT ON COLUMN release_changes."release_id" IS 'The release.';
COMMENT ON COLUMN release_changes."table_name" IS 'The table.';
COMMENT ON COLUMN release_changes."row_id" IS 'The row''s key, its parts joined by ''|''.';
COMMENT ON COLUMN release_changes."change" IS 'What happened to the row.';
COMMENT ON COLUMN release_changes."cause" IS 'Why: new article, code change or correction; of an event that joined another one or came out of one also which, as in ''new article: merged into EVENT_ID'' and ''correction: split from EVENT_ID''.';
