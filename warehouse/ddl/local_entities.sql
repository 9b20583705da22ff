CREATE TABLE local_entities (
    "local_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "aliases" VARCHAR[] NOT NULL,
    "is_full_name" BOOLEAN NOT NULL,
    "country" VARCHAR,
    "sector" VARCHAR,
    "geonames_id" BIGINT,
    "wikidata_id" VARCHAR,
    "latitude" DOUBLE,
    "longitude" DOUBLE,
    "mention_count" BIGINT NOT NULL
);
COMMENT ON TABLE local_entities IS 'An entity as one article alone shows it, before entities are linked across articles. In the working store, mentions, roles, quotes and extracted events refer to `local_id`; publishing puts `entity_id` there.';
COMMENT ON COLUMN local_entities."local_id" IS 'Hash of article, kind and name.';
COMMENT ON COLUMN local_entities."article_id" IS 'The article.';
COMMENT ON COLUMN local_entities."name" IS 'The fullest name that the article gives, canonical where a gazetteer knows it.';
COMMENT ON COLUMN local_entities."kind" IS 'What it is.';
COMMENT ON COLUMN local_entities."aliases" IS 'The other spellings that the article uses, sorted.';
COMMENT ON COLUMN local_entities."is_full_name" IS 'False where only a surname or an initialism is given.';
COMMENT ON COLUMN local_entities."country" IS 'ISO 3166-1 alpha-3.';
COMMENT ON COLUMN local_entities."sector" IS 'PLOVER sector.';
COMMENT ON COLUMN local_entities."geonames_id" IS 'GeoNames id of a place.';
COMMENT ON COLUMN local_entities."wikidata_id" IS 'Wikidata item.';
COMMENT ON COLUMN local_entities."latitude" IS 'WGS 84 degrees north.';
COMMENT ON COLUMN local_entities."longitude" IS 'WGS 84 degrees east.';
COMMENT ON COLUMN local_entities."mention_count" IS 'Mentions in the article.';
