"""From the bytes of a file to the visible text of each article in it, in blocks."""
