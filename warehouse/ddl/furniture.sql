CREATE TABLE furniture (
    "source" VARCHAR NOT NULL,
    "line" VARCHAR NOT NULL,
    "article_count" BIGINT NOT NULL
);
COMMENT ON TABLE furniture IS 'One line of a source and how many of that source''s articles had it, in order of arrival.';
COMMENT ON COLUMN furniture."source" IS 'The publisher, as in articles.source.';
COMMENT ON COLUMN furniture."line" IS 'The line, lower case, digits as 0, spaces as one; empty for the count of articles.';
COMMENT ON COLUMN furniture."article_count" IS 'How many of the source''s articles had the line.';
