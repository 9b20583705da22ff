DELETE FROM furniture WHERE source IN (SELECT unnest(?::VARCHAR[]))
