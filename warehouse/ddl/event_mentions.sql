CREATE TABLE event_mentions (
    "mention_id" VARCHAR NOT NULL,
    "event_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "sentence_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL,
    "event_type" VARCHAR,
    "mode" VARCHAR,
    "status" VARCHAR NOT NULL,
    "actors" VARCHAR[] NOT NULL,
    "recipients" VARCHAR[] NOT NULL,
    "actor_countries" VARCHAR[] NOT NULL,
    "recipient_countries" VARCHAR[] NOT NULL,
    "place" VARCHAR,
    "place_geonames_id" BIGINT,
    "country" VARCHAR,
    "date_text" VARCHAR,
    "date_edtf" VARCHAR,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" VARCHAR NOT NULL,
    "attributed_to" VARCHAR,
    "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE event_mentions IS 'One statement about one event, in one sentence of one article; few in advice, reviews and columns.';
COMMENT ON COLUMN event_mentions."mention_id" IS 'Hash of article, span and type.';
COMMENT ON COLUMN event_mentions."event_id" IS 'The event that it speaks of.';
COMMENT ON COLUMN event_mentions."article_id" IS 'The article.';
COMMENT ON COLUMN event_mentions."sentence_id" IS 'The sentence.';
COMMENT ON COLUMN event_mentions."char_start" IS 'First code point of the words that name the event, in articles.text.';
COMMENT ON COLUMN event_mentions."char_end" IS 'One past their last code point.';
COMMENT ON COLUMN event_mentions."text" IS 'The words that name the event.';
COMMENT ON COLUMN event_mentions."event_type" IS 'PLOVER event type. NULL: PLOVER has no type for it.';
COMMENT ON COLUMN event_mentions."mode" IS 'PLOVER mode of the type; without a type, the class of happening.';
COMMENT ON COLUMN event_mentions."status" IS 'Whether it happened, as this sentence has it.';
COMMENT ON COLUMN event_mentions."actors" IS 'Names of the entities that act.';
COMMENT ON COLUMN event_mentions."recipients" IS 'Names of the entities acted upon.';
COMMENT ON COLUMN event_mentions."actor_countries" IS 'ISO 3166-1 alpha-3 of the actors.';
COMMENT ON COLUMN event_mentions."recipient_countries" IS 'ISO 3166-1 alpha-3 of the recipients.';
COMMENT ON COLUMN event_mentions."place" IS 'Where this event is said to be.';
COMMENT ON COLUMN event_mentions."place_geonames_id" IS 'GeoNames id of the place.';
COMMENT ON COLUMN event_mentions."country" IS 'ISO 3166-1 alpha-3 of the place.';
COMMENT ON COLUMN event_mentions."date_text" IS 'The words that date the event.';
COMMENT ON COLUMN event_mentions."date_edtf" IS 'The date as EDTF, never finer than the words.';
COMMENT ON COLUMN event_mentions."date_earliest" IS 'First day that the date can mean.';
COMMENT ON COLUMN event_mentions."date_latest" IS 'Last day that the date can mean.';
COMMENT ON COLUMN event_mentions."date_basis" IS 'What the date rests on.';
COMMENT ON COLUMN event_mentions."attributed_to" IS 'Who alone says so, where the article does not say it itself.';
COMMENT ON COLUMN event_mentions."confidence" IS 'Estimated chance that a reader would give this type, fitted on labelled sentences.';
