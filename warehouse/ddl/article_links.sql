CREATE TABLE article_links (
    "article_id" VARCHAR NOT NULL,
    "related_article_id" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "score" DOUBLE NOT NULL
);
COMMENT ON TABLE article_links IS 'Two articles of which one repeats the other: word for word, as a later version of one address, or in other words.';
COMMENT ON COLUMN article_links."article_id" IS 'The article that repeats, or the later version.';
COMMENT ON COLUMN article_links."related_article_id" IS 'The article that it repeats.';
COMMENT ON COLUMN article_links."kind" IS 'How closely.';
COMMENT ON COLUMN article_links."score" IS 'Share of what they have in common.';
