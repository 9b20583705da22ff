"""What is said in an article, by whom, and through whom it came."""
