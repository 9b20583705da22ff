"""Programs that measure Dragoman: how good it is and how fast."""
