"""What the sentences of an article say happened, will happen or did not happen, in PLOVER types."""
