"""The documents that travel with the program: which there are, and where something stands."""
