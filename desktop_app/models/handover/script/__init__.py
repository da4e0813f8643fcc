"""A model as a script of plain scikit-learn that learns it again."""
