CREATE TABLE events (
    "event_id" VARCHAR NOT NULL,
    "event_type" VARCHAR,
    "mode" VARCHAR,
    "status" VARCHAR NOT NULL,
    "actors" VARCHAR[] NOT NULL,
    "recipients" VARCHAR[] NOT NULL,
    "actor_countries" VARCHAR[] NOT NULL,
    "recipient_countries" VARCHAR[] NOT NULL,
    "place" VARCHAR,
    "place_geonames_id" BIGINT,
    "latitude" DOUBLE,
    "longitude" DOUBLE,
    "country" VARCHAR,
    "date_edtf" VARCHAR,
    "date_earliest" DATE,
    "date_latest" DATE,
    "article_count" BIGINT NOT NULL,
    "independent_source_count" BIGINT NOT NULL,
    "first_reported" DATE,
    "last_reported" DATE,
    "summary" VARCHAR NOT NULL
);
COMMENT ON TABLE events IS 'One thing that happened, is planned, was called off or is denied, told by one article or by many.';
COMMENT ON COLUMN events."event_id" IS 'Hash of the mention that arrived first; stays as articles join.';
COMMENT ON COLUMN events."event_type" IS 'PLOVER event type. NULL: PLOVER has no type for it.';
COMMENT ON COLUMN events."mode" IS 'PLOVER mode of the type; without a type, the class of happening.';
COMMENT ON COLUMN events."status" IS 'Whether it happened, as far as the articles tell.';
COMMENT ON COLUMN events."actors" IS 'Names of the entities that act.';
COMMENT ON COLUMN events."recipients" IS 'Names of the entities acted upon.';
COMMENT ON COLUMN events."actor_countries" IS 'ISO 3166-1 alpha-3 of the actors.';
COMMENT ON COLUMN events."recipient_countries" IS 'ISO 3166-1 alpha-3 of the recipients.';
COMMENT ON COLUMN events."place" IS 'Where it happened.';
COMMENT ON COLUMN events."place_geonames_id" IS 'GeoNames id of the place.';
COMMENT ON COLUMN events."latitude" IS 'WGS 84 degrees north.';
COMMENT ON COLUMN events."longitude" IS 'WGS 84 degrees east.';
COMMENT ON COLUMN events."country" IS 'ISO 3166-1 alpha-3 of the place.';
COMMENT ON COLUMN events."date_edtf" IS 'When it happened, as EDTF.';
COMMENT ON COLUMN events."date_earliest" IS 'First day that the date can mean.';
COMMENT ON COLUMN events."date_latest" IS 'Last day that the date can mean.';
COMMENT ON COLUMN events."article_count" IS 'Articles that speak of it.';
COMMENT ON COLUMN events."independent_source_count" IS 'The same, with copies, versions and rewrites of one text counted once.';
COMMENT ON COLUMN events."first_reported" IS 'Earliest known publication date among its articles.';
COMMENT ON COLUMN events."last_reported" IS 'Latest known publication date among its articles.';
COMMENT ON COLUMN events."summary" IS 'The sentence that tells it best, from one of its articles.';
