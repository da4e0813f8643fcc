"""The small public face for people who write Python."""
