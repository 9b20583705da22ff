CREATE TABLE entity_mentions (
    "mention_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "entity_id" VARCHAR NOT NULL,
    "char_start" BIGINT NOT NULL,
    "char_end" BIGINT NOT NULL,
    "text" VARCHAR NOT NULL,
    "sentence_id" VARCHAR NOT NULL
);
COMMENT ON TABLE entity_mentions IS 'One place in an article where an entity is named, by name or by a name-like description. A name inside a description is a mention of its own: "Kenyan" in "Kenyan soldiers".';
COMMENT ON COLUMN entity_mentions."mention_id" IS 'Hash of article and span.';
COMMENT ON COLUMN entity_mentions."article_id" IS 'The article.';
COMMENT ON COLUMN entity_mentions."entity_id" IS 'The entity.';
COMMENT ON COLUMN entity_mentions."char_start" IS 'First code point of the mention in articles.text.';
COMMENT ON COLUMN entity_mentions."char_end" IS 'One past the last code point of the mention.';
COMMENT ON COLUMN entity_mentions."text" IS 'The mention itself.';
COMMENT ON COLUMN entity_mentions."sentence_id" IS 'The sentence it stands in.';
