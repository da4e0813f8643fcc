"""Whether the names of a table name its columns."""

from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice


def said_of_headings(headings: Sequence[str]) -> Iterator[Notice]:
    """Yield what is said where hardly a column has a name. The first column often goes without one."""
    cells = [heading.strip() for heading in headings]
    named = [cell for cell in cells if cell]
    if named and len(cells) > 1 and cells[1:].count("") > len(cells[1:]) / 2:
        yield Notice(
            code="find.few_names", values={"count": len(named), "columns": len(cells)}, level="caution"
        )
