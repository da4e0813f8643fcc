"""What each column is, from all of its cells, and what is said about it."""
