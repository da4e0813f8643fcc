"""Hunch: learn from a table, judge the model, use it on new files. Nothing leaves the computer."""

__version__ = "0.1.0"
