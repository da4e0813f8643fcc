"""What was found in a table, as its page shows it: in order, with buttons, and with the rows it speaks of."""
