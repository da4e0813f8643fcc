"""What is said about the reading of columns: how they are written, what does not fit, what is not certain."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice, Value, about, first_few
from desktop_app.tables.columns.studying import Studied

_MOST_NAMED = 20  # columns in one sentence
_ODD = {"number": "find.not_numbers", "date": "find.not_dates", "yes/no": "find.not_yes_no"}


def about_column(column: Studied, rows: int) -> Iterator[Notice]:
    """Yield what is said about one column alone."""
    is_asked = column.question is not None and column.suspect is None
    yield from () if is_asked else column.reading.notices
    if unit := column.reading.unit:
        yield about(
            column.name, "import.units", unit=unit, example=column.reading.example, reading=column.shown
        )
    if column.odd:
        code, spellings = _ODD[column.reading.type], [*column.odd.spellings]
        yield about(column.name, code, "caution", count=column.odd.cells, rows=rows, values=spellings)
    if column.suspect:
        spelling, count = column.suspect.spellings[0], column.suspect.cells
        yield about(column.name, "find.code", "caution", value=spelling, count=count, rows=rows)


def about_writing(studied: Sequence[Studied]) -> Iterator[Notice]:
    """Yield how numbers and dates are written, once for all columns that are certain by themselves."""
    alike: defaultdict[tuple[str, str, str], list[Studied]] = defaultdict(list)
    for column in studied:
        if column.shown and not column.reading.unit:  # with a unit, the example is shown already
            by_others = column.reading.sense is not None and column.reading.sense.by_others
            alike[column.reading.type, column.reading.written, column.name if by_others else ""].append(
                column
            )
    for (kind, written, _alone), columns in alike.items():
        names = [column.name for column in columns]
        values: dict[str, Value] = {
            "example": columns[0].reading.example.strip(),
            "reading": columns[0].shown,
            "columns": first_few(names, _MOST_NAMED),
        }
        code = "import.dates" if kind == "date" else "import.amounts"
        if kind == "number" and written != "number":
            code, values["sign"] = "import.decimal", "," if written == "number-comma" else "."
        yield Notice(code=code, values=values, columns=tuple(names[:_MOST_NAMED]))


def about_questions(studied: Sequence[Studied]) -> Iterator[Notice]:
    """Yield which columns stay text until a question is answered."""
    names = [column.name for column in studied if column.question and not column.suspect]
    if names:
        values: dict[str, Value] = {"count": len(names), "columns": names}
        yield Notice(code="import.unanswered", values=values, columns=tuple(names), level="caution")
