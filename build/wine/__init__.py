"""The program for Windows built on Linux: wine, Python for Windows, and the freeze there."""
