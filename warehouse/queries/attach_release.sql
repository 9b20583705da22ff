ATTACH '$path' AS release
