-- What of a quote stands between marks; a guess for what was read before, until `dragoman reprocess`.
ALTER TABLE quotes ADD COLUMN verbatim VARCHAR[] DEFAULT [];
UPDATE quotes SET verbatim = [text] WHERE is_direct;
