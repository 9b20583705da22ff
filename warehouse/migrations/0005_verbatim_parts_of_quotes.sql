-- What of a quote stands between marks; a guess for what was read before, until `dragoman reprocess`.
-- Without a default: DuckDB 1.x cannot add a list with one to a table of more rows than it works on at a time.
ALTER TABLE quotes ADD COLUMN verbatim VARCHAR[];
UPDATE quotes SET verbatim = CASE WHEN is_direct THEN [text] ELSE [] END;
