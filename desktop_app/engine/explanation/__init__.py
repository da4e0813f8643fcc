"""Which columns a model leans on."""
