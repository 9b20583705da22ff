"""The scorecard: Dragoman run as a user runs it over labelled articles, scored against their gold."""
