"""Files for the person, written safely."""
