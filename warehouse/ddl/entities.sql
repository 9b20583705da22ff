CREATE TABLE entities (
    "entity_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "country" VARCHAR,
    "sector" VARCHAR,
    "geonames_id" BIGINT,
    "wikidata_id" VARCHAR,
    "latitude" DOUBLE,
    "longitude" DOUBLE,
    "mention_count" BIGINT NOT NULL,
    "article_count" BIGINT NOT NULL
);
COMMENT ON TABLE entities IS 'One person, organization, place, group, law or named event, however the articles spell it.';
COMMENT ON COLUMN entities."entity_id" IS 'Hash of kind and canonical name.';
COMMENT ON COLUMN entities."name" IS 'The canonical name.';
COMMENT ON COLUMN entities."kind" IS 'What it is.';
COMMENT ON COLUMN entities."country" IS 'ISO 3166-1 alpha-3 of the state it belongs to.';
COMMENT ON COLUMN entities."sector" IS 'PLOVER sector of an actor.';
COMMENT ON COLUMN entities."geonames_id" IS 'GeoNames id of a place.';
COMMENT ON COLUMN entities."wikidata_id" IS 'Wikidata item.';
COMMENT ON COLUMN entities."latitude" IS 'WGS 84 degrees north.';
COMMENT ON COLUMN entities."longitude" IS 'WGS 84 degrees east.';
COMMENT ON COLUMN entities."mention_count" IS 'Mentions in all articles.';
COMMENT ON COLUMN entities."article_count" IS 'Articles that mention it.';
