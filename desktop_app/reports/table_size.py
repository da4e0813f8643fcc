"""How large a table is, in words."""

from desktop_app.language import say_count


def size_words(rows: int, columns: int) -> dict[str, str]:
    """Return "300 rows" and "1 column" for a sentence that holds both: each is counted by itself."""
    return {
        "rows": say_count("{n} row", "{n} rows", rows, {"n": rows}),
        "columns": say_count("{n} column", "{n} columns", columns, {"n": columns}),
    }
