"""Names for columns, columns and rows left out, and the short way to them."""
