DELETE FROM quarantine WHERE file_name IN (SELECT unnest(?::VARCHAR[])) AND stage IN ('read', 'extract')
