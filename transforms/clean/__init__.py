"""From all visible text to the article's own body, with a ledger of every span that was taken out."""
