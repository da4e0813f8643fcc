"""The same program without a window: one command a module."""
