CREATE TABLE removed_text (
    "article_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE removed_text IS 'One span that is in an article''s text and not in its body, with the rule that took it out. A span runs up to the next one that is kept, white space included, so that text without these spans is exactly body.';
COMMENT ON COLUMN removed_text."article_id" IS 'The article.';
COMMENT ON COLUMN removed_text."char_start" IS 'First code point of the span in articles.text.';
COMMENT ON COLUMN removed_text."char_end" IS 'One past the last code point of the span.';
COMMENT ON COLUMN removed_text."text" IS 'The span itself.';
COMMENT ON COLUMN removed_text."kind" IS 'What the span is.';
COMMENT ON COLUMN removed_text."rule" IS 'The rule that recognized it.';
