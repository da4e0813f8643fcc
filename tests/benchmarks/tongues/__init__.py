"""The words of offices in several languages, of which files are made up."""
