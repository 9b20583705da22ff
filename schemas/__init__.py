"""What the data must be: every table declared once, everything else rendered from the declaration."""
