UPDATE arrivals SET is_processed = false
