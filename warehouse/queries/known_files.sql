SELECT raw_id, max(position) + 1, max(arrival_no) FROM article_files GROUP BY raw_id
