-- Stores written before versions were recorded count as version 0; their tables are those of version 1.
CREATE TABLE store_versions (version BIGINT NOT NULL);
