"""The file for IT: what is known of this computer and of what went wrong on it, without anybody's data."""
