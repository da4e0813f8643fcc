"""Where the table is among the rows of a file."""
