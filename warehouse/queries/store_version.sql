SELECT max(version) FROM store_versions
