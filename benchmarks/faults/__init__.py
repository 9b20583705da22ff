"""What happens to a home when the machine fails: real runs, killed and robbed, compared with undisturbed ones."""
