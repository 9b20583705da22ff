DELETE FROM quarantine
WHERE file_name IN (SELECT unnest(?::VARCHAR[])) AND reason IN (SELECT unnest(?::VARCHAR[]))
