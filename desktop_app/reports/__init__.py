"""Records become words and pictures."""
