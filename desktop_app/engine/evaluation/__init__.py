"""What a model is worth, by rows that no choice has seen."""
