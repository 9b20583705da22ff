CREATE TABLE sentences (
    "sentence_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL
);
COMMENT ON TABLE sentences IS 'One sentence of an article''s body, headline, subhead or caption.';
COMMENT ON COLUMN sentences."sentence_id" IS 'Hash of article and span.';
COMMENT ON COLUMN sentences."article_id" IS 'The article.';
COMMENT ON COLUMN sentences."char_start" IS 'First code point of the sentence in articles.text.';
COMMENT ON COLUMN sentences."char_end" IS 'One past the last code point of the sentence.';
COMMENT ON COLUMN sentences."text" IS 'The sentence itself.';
