"""Constants of ours within SQL."""

BLANKS = " \t\u00a0\u202f\u2009"  # around a value they say nothing


def quoted(text: str) -> str:
    """Return a constant of this program as an SQL string; what comes from a file is bound instead."""
    return "'" + text.replace("'", "''") + "'"


def matches(cell: str, pattern: str) -> str:
    """Return SQL for whether all of a cell matches a pattern of ours."""
    return f"regexp_full_match({cell}, {quoted(pattern)})"


def replaced(cell: str, pattern: str, by: str) -> str:
    """Return SQL for a cell in which the first match of a pattern of ours is replaced."""
    return f"regexp_replace({cell}, {quoted(pattern)}, {quoted(by)})"


def plain_of(cell: str) -> str:
    """Return SQL for a cell without the blanks around it."""
    return f"trim({cell}, {quoted(BLANKS)})"
