"""Text tables, CSV and its like: letters, delimiters, records."""
