"""The program for Windows, built under wine by `make test-windows` and tried there."""
