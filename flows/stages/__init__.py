"""The stages of a run, each a function that works the same with and without Prefect around it."""
