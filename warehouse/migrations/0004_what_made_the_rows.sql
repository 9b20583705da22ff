-- What read the files and what was extracted by which rules; of what was read before nothing is known until `dragoman reprocess`.
ALTER TABLE arrivals ADD COLUMN read_by VARCHAR;
CREATE TABLE derivations (
    article_id VARCHAR NOT NULL,
    paragraphs VARCHAR NOT NULL,
    event_words VARCHAR,
    made_by VARCHAR
);
