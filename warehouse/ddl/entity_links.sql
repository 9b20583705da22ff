CREATE TABLE entity_links (
    "local_id" VARCHAR NOT NULL,
    "entity_id" VARCHAR NOT NULL
);
COMMENT ON TABLE entity_links IS 'Which entity an article''s own entity was found to be.';
COMMENT ON COLUMN entity_links."local_id" IS 'The article''s own entity.';
COMMENT ON COLUMN entity_links."entity_id" IS 'The entity.';
