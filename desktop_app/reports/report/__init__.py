"""The report of a model: composed once, then written as a page, for Word or as a PDF."""
