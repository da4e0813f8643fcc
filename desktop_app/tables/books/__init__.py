"""Workbooks of every kind, and tables of web pages."""
