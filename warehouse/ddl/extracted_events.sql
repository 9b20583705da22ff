CREATE TABLE extracted_events (
    "mention_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "sentence_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL,
    "trigger" VARCHAR NOT NULL,
    "event_type" VARCHAR,
    "mode" VARCHAR,
    "status" VARCHAR NOT NULL,
    "actor_ids" VARCHAR[] NOT NULL,
    "recipient_ids" VARCHAR[] NOT NULL,
    "place_id" VARCHAR,
    "date_text" VARCHAR,
    "date_edtf" VARCHAR,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" VARCHAR NOT NULL,
    "attributed_to" VARCHAR,
    "topic" VARCHAR[] NOT NULL,
    "round" BIGINT,
    "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE extracted_events IS 'An event mention as extraction leaves it: parties as local entities, no event assigned yet.';
COMMENT ON COLUMN extracted_events."mention_id" IS 'Hash of article, span and type.';
COMMENT ON COLUMN extracted_events."article_id" IS 'The article.';
COMMENT ON COLUMN extracted_events."sentence_id" IS 'The sentence.';
COMMENT ON COLUMN extracted_events."char_start" IS 'First code point of the words that name the event, in articles.text.';
COMMENT ON COLUMN extracted_events."char_end" IS 'One past their last code point.';
COMMENT ON COLUMN extracted_events."text" IS 'The words that name the event.';
COMMENT ON COLUMN extracted_events."trigger" IS 'Lemma of the word that names the event.';
COMMENT ON COLUMN extracted_events."event_type" IS 'PLOVER event type. NULL: PLOVER has no type for it.';
COMMENT ON COLUMN extracted_events."mode" IS 'PLOVER mode of the type; without a type, the class of happening.';
COMMENT ON COLUMN extracted_events."status" IS 'Whether it happened, as this sentence has it.';
COMMENT ON COLUMN extracted_events."actor_ids" IS 'Local entities that act, in order.';
COMMENT ON COLUMN extracted_events."recipient_ids" IS 'Local entities acted upon, in order.';
COMMENT ON COLUMN extracted_events."place_id" IS 'Local entity where it is said to be.';
COMMENT ON COLUMN extracted_events."date_text" IS 'The words that date the event.';
COMMENT ON COLUMN extracted_events."date_edtf" IS 'The date as EDTF, never finer than the words.';
COMMENT ON COLUMN extracted_events."date_earliest" IS 'First day that the date can mean.';
COMMENT ON COLUMN extracted_events."date_latest" IS 'Last day that the date can mean.';
COMMENT ON COLUMN extracted_events."date_basis" IS 'What the date rests on.';
COMMENT ON COLUMN extracted_events."attributed_to" IS 'Who alone says so, in the article''s words.';
COMMENT ON COLUMN extracted_events."topic" IS 'Lemmas of the content words of the event''s own clause, sorted.';
COMMENT ON COLUMN extracted_events."round" IS 'Ordinal of a round in a series: ''second round'' is 2.';
COMMENT ON COLUMN extracted_events."confidence" IS 'Estimated chance that a reader would give this type, fitted on labelled sentences.';
