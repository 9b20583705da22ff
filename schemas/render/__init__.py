"""What is rendered from the declarations: DDL with comments, pandera models, expectations, the dictionary."""
