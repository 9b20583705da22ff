-- What headlines, bylines and dates rest on; articles read before have no rows until `dragoman reprocess`.
CREATE TABLE article_evidence (
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    "value" VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    char_start BIGINT,
    char_end BIGINT
);
