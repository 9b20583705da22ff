"""What each command of `dragoman` does, apart from its options."""
