CREATE TABLE arrivals (
    "arrival_no" BIGINT NOT NULL,
    "origin" VARCHAR NOT NULL,
    "file_name" VARCHAR NOT NULL,
    "raw_id" VARCHAR NOT NULL,
    "sidecar_id" VARCHAR,
    "seen_at" TIMESTAMP NOT NULL,
    "file_size" BIGINT NOT NULL,
    "modified_ns" BIGINT NOT NULL,
    "is_processed" BOOLEAN NOT NULL,
    "read_by" VARCHAR
);
COMMENT ON TABLE arrivals IS 'One file seen once: the same name with other bytes, or with another sidecar, is another arrival.';
COMMENT ON COLUMN arrivals."arrival_no" IS 'Order of arrival, from 1; kept in the raw packs.';
COMMENT ON COLUMN arrivals."origin" IS 'The folder that was given, or ''inbox''.';
COMMENT ON COLUMN arrivals."file_name" IS 'The file, relative to origin.';
COMMENT ON COLUMN arrivals."raw_id" IS 'SHA-256 of the file''s bytes.';
COMMENT ON COLUMN arrivals."sidecar_id" IS 'SHA-256 of its sidecar''s bytes.';
COMMENT ON COLUMN arrivals."seen_at" IS 'When it was seen (UTC).';
COMMENT ON COLUMN arrivals."file_size" IS 'Bytes on disk.';
COMMENT ON COLUMN arrivals."modified_ns" IS 'Change time on disk (st_ctime), in nanoseconds.';
COMMENT ON COLUMN arrivals."is_processed" IS 'Whether all that derives from it is in the store.';
COMMENT ON COLUMN arrivals."read_by" IS 'The code that read it and cleaned its articles, as a hash.';
