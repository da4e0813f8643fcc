"""What is said of new files: thirty-odd ways in which one may differ from the file that was learned from."""
