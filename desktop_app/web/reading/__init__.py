"""How a table was read, as its pages show it, and a person's steps: from their forms to another reading."""
