"""Tables in, numbers out. Knows no web, no database, no window."""
