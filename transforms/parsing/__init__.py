"""Parsing: paragraphs through spaCy's model, only those whose parse is not known, to plain tokens."""
