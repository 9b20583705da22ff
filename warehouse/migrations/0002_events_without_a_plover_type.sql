-- A happening that PLOVER has no type for has none; its class is its mode.
ALTER TABLE extracted_events ALTER COLUMN event_type DROP NOT NULL;
ALTER TABLE event_mentions ALTER COLUMN event_type DROP NOT NULL;
ALTER TABLE events ALTER COLUMN event_type DROP NOT NULL;
