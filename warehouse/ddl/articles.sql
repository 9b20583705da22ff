CREATE TABLE articles (
    "article_id" VARCHAR NOT NULL,
    "file_name" VARCHAR NOT NULL,
    "source" VARCHAR,
    "url" VARCHAR,
    "headline" VARCHAR,
    "byline" VARCHAR,
    "section" VARCHAR,
    "language" VARCHAR,
    "published_edtf" VARCHAR,
    "published_earliest" DATE,
    "published_latest" DATE,
    "text" VARCHAR NOT NULL,
    "body" VARCHAR NOT NULL,
    "word_count" BIGINT NOT NULL,
    "first_seen_at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE articles IS 'One article: the text of a file, or of a record in a file of many, with what is known about its publication.';
COMMENT ON COLUMN articles."article_id" IS 'Hash of the article''s own raw bytes.';
COMMENT ON COLUMN articles."file_name" IS 'The file it came from, relative to the folder that was given.';
COMMENT ON COLUMN articles."source" IS 'The publisher: a site''s name, or its domain.';
COMMENT ON COLUMN articles."url" IS 'Where it was published.';
COMMENT ON COLUMN articles."headline" IS 'The headline, as printed.';
COMMENT ON COLUMN articles."byline" IS 'Who signs it: people or agencies, as printed.';
COMMENT ON COLUMN articles."section" IS 'The section of the paper or site.';
COMMENT ON COLUMN articles."language" IS 'ISO 639-1 code of the body''s language.';
COMMENT ON COLUMN articles."published_edtf" IS 'When it was published, as EDTF; never the crawl date.';
COMMENT ON COLUMN articles."published_earliest" IS 'First day that published_edtf can mean.';
COMMENT ON COLUMN articles."published_latest" IS 'Last day that published_edtf can mean.';
COMMENT ON COLUMN articles."text" IS 'All the visible text of the file, decoded; every span points into it.';
COMMENT ON COLUMN articles."body" IS 'text without the spans that removed_text lists.';
COMMENT ON COLUMN articles."word_count" IS 'Words in body (runs of letters, digits and underscores).';
COMMENT ON COLUMN articles."first_seen_at" IS 'When Dragoman first saw these bytes (UTC).';
