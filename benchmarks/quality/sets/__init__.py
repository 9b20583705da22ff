"""One scorer for each set: published rows and gold in, metrics and misses out."""
