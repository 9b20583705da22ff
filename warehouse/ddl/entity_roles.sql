CREATE TABLE entity_roles (
    "entity_id" VARCHAR NOT NULL,
    "role" VARCHAR NOT NULL,
    "organization" VARCHAR,
    "country" VARCHAR,
    "article_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL
);
COMMENT ON TABLE entity_roles IS 'An office as one article states it: true at that article''s time, and no conflict with another article''s.';
COMMENT ON COLUMN entity_roles."entity_id" IS 'Who holds the office.';
COMMENT ON COLUMN entity_roles."role" IS 'The office in the article''s words, without the organization.';
COMMENT ON COLUMN entity_roles."organization" IS 'The organization or state in whose name the office is held.';
COMMENT ON COLUMN entity_roles."country" IS 'ISO 3166-1 alpha-3 that the office implies.';
COMMENT ON COLUMN entity_roles."article_id" IS 'The article that says so.';
COMMENT ON COLUMN entity_roles."char_start" IS 'First code point of the statement in articles.text.';
COMMENT ON COLUMN entity_roles."char_end" IS 'One past the last code point of the statement.';
