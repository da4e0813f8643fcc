"""How fast the program is: medians and ratios of runs on this computer, never a test that can fail."""
