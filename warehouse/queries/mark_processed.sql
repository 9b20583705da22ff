UPDATE arrivals SET is_processed = true WHERE arrival_no IN (SELECT unnest(?::BIGINT[]))
