SELECT * FROM arrivals QUALIFY arrival_no = max(arrival_no) OVER (PARTITION BY origin, file_name) ORDER BY arrival_no
