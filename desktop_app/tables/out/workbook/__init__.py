"""The person's own workbook back, with columns added: all else stays as it is, byte for byte."""
