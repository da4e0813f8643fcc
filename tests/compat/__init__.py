"""Model files as each release wrote them, which every later one opens."""
