"""Fitting the cleaner's block classifier, and what it is worth on pages that it has not seen."""
