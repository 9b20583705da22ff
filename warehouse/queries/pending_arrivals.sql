SELECT * FROM arrivals WHERE NOT is_processed ORDER BY arrival_no
