"""The model file: saved without code in it, opened with distrust, used on new tables."""
