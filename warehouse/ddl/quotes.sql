CREATE TABLE quotes (
    "quote_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL,
    "is_direct" BOOLEAN NOT NULL,
    "verbatim" VARCHAR[] NOT NULL,
    "speaker_id" VARCHAR,
    "speaker_text" VARCHAR,
    "cue" VARCHAR,
    "via" VARCHAR[] NOT NULL
);
COMMENT ON TABLE quotes IS 'One stretch of direct or reported speech with its speaker; what "you want" in advice is none.';
COMMENT ON COLUMN quotes."quote_id" IS 'Hash of article and span.';
COMMENT ON COLUMN quotes."article_id" IS 'The article.';
COMMENT ON COLUMN quotes."char_start" IS 'First code point of the content in articles.text, inside the marks.';
COMMENT ON COLUMN quotes."char_end" IS 'One past the last code point of the content.';
COMMENT ON COLUMN quotes."text" IS 'The content itself, without quotation marks.';
COMMENT ON COLUMN quotes."is_direct" IS 'True where four fifths of it or more stand between marks, counted with its cue inside.';
COMMENT ON COLUMN quotes."verbatim" IS 'The parts of it that stand between marks, without a cue among them: what is given word for word.';
COMMENT ON COLUMN quotes."speaker_id" IS 'The entity that speaks, where it is known.';
COMMENT ON COLUMN quotes."speaker_text" IS 'The speaker in the article''s words.';
COMMENT ON COLUMN quotes."cue" IS 'The word that attributes it: said, according to, …';
COMMENT ON COLUMN quotes."via" IS 'The media it came through, nearest first: {TASS, Reuters}; the last may speak itself.';
