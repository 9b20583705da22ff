CREATE TABLE pack_marks (
    "pack" VARCHAR NOT NULL
);
COMMENT ON TABLE pack_marks IS 'How far into the raw packs the store has come.';
COMMENT ON COLUMN pack_marks."pack" IS 'The number of the newest pack whose journal the store knows.';
