CREATE TABLE quarantine (
    "item_id" VARCHAR NOT NULL,
    "file_name" VARCHAR NOT NULL,
    "article_id" VARCHAR,
    "stage" VARCHAR NOT NULL,
    "reason" VARCHAR NOT NULL,
    "detail" VARCHAR NOT NULL,
    "fix" VARCHAR NOT NULL,
    "seen_at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE quarantine IS 'One thing that was held back, why, and what would fix it.';
COMMENT ON COLUMN quarantine."item_id" IS 'Hash of what was held back and the reason.';
COMMENT ON COLUMN quarantine."file_name" IS 'The file it came from.';
COMMENT ON COLUMN quarantine."article_id" IS 'The article it belongs to, where one could be read.';
COMMENT ON COLUMN quarantine."stage" IS 'The stage that held it back.';
COMMENT ON COLUMN quarantine."reason" IS 'Why, in a few words.';
COMMENT ON COLUMN quarantine."detail" IS 'What exactly was found, and where.';
COMMENT ON COLUMN quarantine."fix" IS 'What a person can do about it.';
COMMENT ON COLUMN quarantine."seen_at" IS 'When it was first held back (UTC).';
