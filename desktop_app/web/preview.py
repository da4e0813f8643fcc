"""The first rows of a new file with their answers, the answers first."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.language import number, say_count
from desktop_app.records.models import CAUTION
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredAnswers
from desktop_app.tables.stored.answer_rows import Answer, read_answer_rows
from desktop_app.web.sheet import Place, Sheet, read_sheet, sheet_of_rows

ROWS = 100
SURENESS = 3  # decimals of a probability


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One cell of an answer."""

    text: str
    is_caution: bool = False
    is_amount: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What was answered for the first rows, beside what the file holds."""

    title: str
    headings: tuple[str, ...]
    given: tuple[tuple[Given, ...], ...]
    sheet: Sheet


def preview_of(stored: StoredAnswers, decimals: int) -> Preview | None:
    """Return the first rows with their answers, numbers with *decimals*; None before there are any."""
    if stored.answers is None:
        return None
    folder, headings = Path(stored.folder), stored.answers.headings
    rows = read_answer_rows(folder / ANSWERS_FILE, headings, 0, ROWS)
    sheet = read_sheet(folder, stored.table, Place())
    count = len(rows)
    title = say_count("The first row", "The first {n} rows", count, {"n": count})
    if count == stored.table.rows:
        title = say_count("The row", "All {n} rows", count, {"n": count})
    return Preview(
        title=title,
        headings=headings,
        given=tuple(_all_given(headings, row, decimals) for row in rows),
        sheet=sheet,
    )


def preview_of_rows(
    stored: StoredAnswers, rows: Sequence[tuple[int, Sequence[Answer]]], decimals: int
) -> Preview:
    """Return some rows of a new file, by their numbers, with their answers."""
    headings, count = stored.answers.headings if stored.answers else (), len(rows)
    return Preview(
        title=say_count("The first row", "The first {n} rows", count, {"n": count}),
        headings=headings,
        given=tuple(_all_given(headings, row, decimals) for _number, row in rows),
        sheet=sheet_of_rows(Path(stored.folder), stored.table, [number for number, _row in rows]),
    )


def _all_given(headings: Sequence[str], row: Sequence[Answer], decimals: int) -> tuple[Given, ...]:
    return tuple(_given(heading, value, decimals) for heading, value in zip(headings, row, strict=True))


def _given(heading: str, value: Answer, decimals: int) -> Given:
    if isinstance(value, float):
        places = SURENESS if heading.startswith("probability") else decimals
        return Given(text=number(value, decimals=places), is_amount=True)
    return Given(text=str(value or ""), is_caution=heading.startswith(CAUTION))
