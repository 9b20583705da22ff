CREATE TABLE derivations (
    "article_id" VARCHAR NOT NULL,
    "paragraphs" VARCHAR NOT NULL,
    "event_words" VARCHAR,
    "made_by" VARCHAR
);
COMMENT ON TABLE derivations IS 'What was extracted from an article and by what, so that it is extracted anew only where that gives something else.';
COMMENT ON COLUMN derivations."article_id" IS 'The article.';
COMMENT ON COLUMN derivations."paragraphs" IS 'What was parsed: `start:end:kind` in articles.text, with spaces between.';
COMMENT ON COLUMN derivations."event_words" IS 'The words that event patterns are found by, with spaces between; NULL where extraction failed.';
COMMENT ON COLUMN derivations."made_by" IS 'The rules that apply to it, as a hash; NULL where it is to be extracted anew.';
