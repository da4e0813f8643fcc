"""Everything the program remembers: one SQLite file and folders of results."""
