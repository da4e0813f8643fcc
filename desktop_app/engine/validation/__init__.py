"""Which rows are learned from and which are hidden, so that nothing leaks."""
