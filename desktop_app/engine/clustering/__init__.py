"""Groups of rows that are alike, which no one has named before, and whether there are any at all."""
