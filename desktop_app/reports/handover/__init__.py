"""The words around a model that is handed over."""
