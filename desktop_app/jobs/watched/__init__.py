"""Folders whose new files are answered: looked at every few seconds, which works on network drives, too."""
