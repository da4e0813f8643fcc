"""The whole workspace as one file, and back."""
