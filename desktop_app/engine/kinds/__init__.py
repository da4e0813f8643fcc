"""The kinds of model that are tried, one module each."""
