"""What is rendered from the declarations: DDL with comments, frames and pandera models, expectations, the dictionary."""
