"""Who and what an article names, and which names mean one entity."""
