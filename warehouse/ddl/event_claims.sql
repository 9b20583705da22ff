CREATE TABLE event_claims (
    "event_id" VARCHAR NOT NULL,
    "field" VARCHAR NOT NULL,
    "value" VARCHAR NOT NULL,
    "mention_id" VARCHAR NOT NULL,
    "article_id" VARCHAR NOT NULL,
    "chosen" BOOLEAN NOT NULL,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE event_claims IS 'One value that one article gives for one field of an event: the one published, or one that lost.';
COMMENT ON COLUMN event_claims."event_id" IS 'The event.';
COMMENT ON COLUMN event_claims."field" IS 'The column of events that it speaks to.';
COMMENT ON COLUMN event_claims."value" IS 'The value, as text.';
COMMENT ON COLUMN event_claims."mention_id" IS 'The mention that gives it.';
COMMENT ON COLUMN event_claims."article_id" IS 'The article that gives it.';
COMMENT ON COLUMN event_claims."chosen" IS 'Whether this is the value published.';
COMMENT ON COLUMN event_claims."rule" IS 'Why it was chosen, or why it lost.';
