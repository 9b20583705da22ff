CREATE TABLE article_evidence (
    "article_id" VARCHAR NOT NULL,
    "field" VARCHAR NOT NULL,
    "value" VARCHAR NOT NULL,
    "basis" VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    "char_start" BIGINT,
    "char_end" BIGINT
);
COMMENT ON TABLE article_evidence IS 'What an article''s headline, byline and date of publication rest on: one row for each value and basis. The byline''s people and agencies stand apart here, and so do the agencies that credit lines around the body name.';
COMMENT ON COLUMN article_evidence."article_id" IS 'The article.';
COMMENT ON COLUMN article_evidence."field" IS 'What is told of the article.';
COMMENT ON COLUMN article_evidence."value" IS 'Its value: a headline, one name, a date as EDTF.';
COMMENT ON COLUMN article_evidence."basis" IS 'page (printed on it), dateline, url, or the tag or field that states it, such as meta pubdate.';
COMMENT ON COLUMN article_evidence."text" IS 'What is printed or stated there.';
COMMENT ON COLUMN article_evidence."char_start" IS 'First code point in articles.text, if printed on the page.';
COMMENT ON COLUMN article_evidence."char_end" IS 'One past the last code point.';
