"""What single groups of rows add to the answers of a model."""
