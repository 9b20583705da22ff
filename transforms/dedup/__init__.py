"""Which article repeats which, word for word or in other words."""
