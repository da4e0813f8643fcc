"""Which rows are odd: how unlike the others each is, how odd chance would make some, and why each is."""
