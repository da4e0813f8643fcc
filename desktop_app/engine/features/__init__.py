"""What is learned from single columns before a model sees them."""
