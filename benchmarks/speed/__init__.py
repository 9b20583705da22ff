"""How fast Dragoman is beside a script that loops spaCy over the same texts: ratios within one run."""
