UPDATE arrivals SET is_processed = true, read_by = $1 WHERE arrival_no IN (SELECT unnest($2::BIGINT[]))
