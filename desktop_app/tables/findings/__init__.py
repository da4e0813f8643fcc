"""What is found in the rows of a table that a person should know before trusting them."""
