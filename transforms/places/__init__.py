"""Countries, places with coordinates, and the country and sector that an actor's description implies."""
