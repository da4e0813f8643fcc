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
    alike: defaultdict[tuple[str, str, str, bool], list[Studied]] = defaultdict(list)
    for column in studied:
        if column.shown and not column.reading.unit:  # with a unit, the example is shown already
            alone = column.name if _is_by_others(column) else ""
            alike[column.reading.type, column.reading.written, alone, _is_by_itself(column)].append(column)
    for (kind, written, alone, is_proven), columns in alike.items():
        names = [column.name for column in columns]
        values: dict[str, Value] = {
            "example": columns[0].reading.example.strip(),
            "reading": columns[0].shown,
            "columns": first_few(names, _MOST_NAMED),
        }
        code = "import.dates" if kind == "date" else "import.amounts"
        if kind == "number" and written != "number":
            values["sign"] = "," if written == "number-comma" else "."
            if is_proven:
                code = "import.decimal"
            elif alone and (other := _proof(columns[0], studied)):
                code, values["column"], values["other"] = "import.decimal_as", alone, other
        yield Notice(code=code, values=values, columns=tuple(names[:_MOST_NAMED]))


def _is_by_others(column: Studied) -> bool:
    return column.reading.sense is not None and column.reading.sense.by_others


def _vote(column: Studied) -> str:
    return "number-comma" if column.reading.written == "number-comma" else "number-point"


def _is_by_itself(column: Studied) -> bool:
    """Whether the cells of a column show its decimal sign, and neither a person nor other columns said it."""
    is_free = column.wish is None and not _is_by_others(column)
    return (is_free or _vote(column) in column.votes) and _has_sign(column, _vote(column))


def _has_sign(column: Studied, vote: str) -> bool:
    """Whether the sign stands in a cell that is known: "12,345,678" tells it without one."""
    sign, amounts = "," if vote == "number-comma" else ".", column.profile.amounts
    has_decimals = amounts is not None and not amounts.whole
    return has_decimals or any(sign in example for example in column.examples)


def _proof(column: Studied, studied: Sequence[Studied]) -> str:
    """Return a column in which the decimal sign of another stands; nothing where it is left out."""
    vote = _vote(column)
    return next((one.name for one in studied if vote in one.votes and _has_sign(one, vote)), "")


def about_questions(studied: Sequence[Studied]) -> Iterator[Notice]:
    """Yield how many questions are open, and which columns stay text until theirs is answered."""
    names = [column.name for column in studied if column.question and not column.suspect]
    if names:
        count = sum(column.question is not None for column in studied)
        values: dict[str, Value] = {"count": count, "columns": names}
        yield Notice(code="import.unanswered", values=values, columns=tuple(names), level="caution")
