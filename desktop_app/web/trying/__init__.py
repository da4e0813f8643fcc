"""A row that a person makes up to see what a model answers and why: its fields, its steps, its answer."""
