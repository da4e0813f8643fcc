"""A file becomes a table and back: reading, typing, profile, rows, safe writing."""
