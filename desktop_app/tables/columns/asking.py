"""Questions about a column, where two readings fit all of its cells or a value may stand for "not known"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.records.notices import Value
from desktop_app.records.tables import Choice, Question
from desktop_app.tables.columns.facts import Facts
from desktop_app.tables.columns.meanings import date, number
from desktop_app.tables.columns.settling import told
from desktop_app.tables.columns.suspects import Suspect
from desktop_app.tables.columns.wished import wish_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_QUESTIONS = 3  # about one file
_EXAMPLES = 5
_UNCLEAR = ("twofold", "point3", "amount_point3", "comma3")  # these show the difference
_DECIMAL, _DATE, _CODE = "import.decimal_question", "import.date_question", "import.code_question"


def ask_reading(duck: "DuckDBPyConnection", name: str, facts: Facts, choices: Sequence[str]) -> Question:
    """Return the question which of these readings is meant; the column is text meanwhile."""
    cells = tuple(value for kind in _UNCLEAR for value in facts.examples.get(kind, ()))
    cells = (cells or tuple(value for some in facts.examples.values() for value in some))[:_EXAMPLES]
    read = {reading: _read(duck, cells, reading) for reading in choices}
    is_date = choices[0].startswith("date")
    first, second = (read[reading][0] for reading in choices[:2])
    values: dict[str, Value] = {"column": name, "raw": cells[0].strip()}
    values |= {"date_a": first, "date_b": second} if is_date else {"reading_a": first, "reading_b": second}
    return Question(
        code=_DATE if is_date else _DECIMAL,
        column=name,
        examples=cells,
        choices=(
            Choice(reading="text", examples=cells),
            *(Choice(reading=reading, examples=found) for reading, found in read.items()),
        ),
        values=values,
    )


def ask_code(name: str, suspect: Suspect, reading: str, rows: int) -> Question:
    """Return the question whether a value is real; it is meanwhile."""
    values: dict[str, Value] = {"column": name, "count": suspect.cells, "rows": rows}
    values["value"] = suspect.spellings[0]
    return Question(
        code=_CODE,
        column=name,
        examples=suspect.spellings,
        choices=(
            Choice(reading=reading, examples=suspect.spellings),
            Choice(reading=wish_text(reading, suspect.spellings), examples=("",) * len(suspect.spellings)),
        ),
        values=values,
    )


def _read(duck: "DuckDBPyConnection", cells: Sequence[str], reading: str) -> tuple[str, ...]:
    """Return what a reading makes of cells, in a form that has one reading."""
    meaning = (date if reading.startswith("date") else number)("cell", reading)
    found = duck.execute(
        f"SELECT {meaning.sql} FROM (SELECT unnest(?) AS cell, unnest(?) AS place) ORDER BY place",  # noqa: S608 - our names
        [*meaning.bound, [*cells], [*range(len(cells))]],
    ).fetchall()
    return tuple(told(value) for (value,) in found)
