"""The table as it is kept, and what reads it again."""
