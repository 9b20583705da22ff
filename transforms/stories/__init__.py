"""Which event mentions speak of one thing that happened, and which of their values is published."""
