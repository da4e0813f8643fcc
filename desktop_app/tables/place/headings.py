"""Whether the names of a table name its columns, and which columns have neither a name nor a value."""

from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice

_BLANK = "import.blank_columns"


def said_of_headings(headings: Sequence[str]) -> Iterator[Notice]:
    """Yield what is said where hardly a column has a name. The first column often goes without one."""
    cells = [heading.strip() for heading in headings]
    named = [cell for cell in cells if cell]
    if named and len(cells) > 1 and cells[1:].count("") > len(cells[1:]) / 2:
        yield Notice(
            code="find.few_names", values={"count": len(named), "columns": len(cells)}, level="caution"
        )


def with_blank_columns(notices: Sequence[Notice], kept: Sequence[int]) -> tuple[Notice, ...]:
    """Return what is said, with how many columns between and before these are left out, said once.

    Those behind the last are the ends of lines, and no column to anybody.
    """
    blank = kept[-1] + 1 - len(kept) if kept else 0
    if not blank:
        return tuple(notices)
    known = sum(int(str(notice.values["count"])) for notice in notices if notice.code == _BLANK)
    others = (notice for notice in notices if notice.code != _BLANK)
    return (*others, Notice(code=_BLANK, values={"count": known + blank}))
