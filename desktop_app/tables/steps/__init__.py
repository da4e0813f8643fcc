"""The steps a person takes on a table: other names for columns, columns and rows left out."""
