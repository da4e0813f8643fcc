"""The rows most typical of each answer: what stands in them is read from the table, and kept nowhere else."""

from collections.abc import Sequence
from pathlib import Path

from flask import url_for

from desktop_app import counting
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.records.tables import Column
from desktop_app.records.texts import TypicalRows
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.stored.rows import StoredCell, read_cells

MOST_COLUMNS = 3  # of text
LONGEST = 240  # letters of a cell
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalCell:
    """A text, cut where it is long; *column* where there are several."""

    text: str
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalRow:
    """One row: what stands in it, how sure the model was, and where its table shows it."""

    cells: tuple[TypicalCell, ...]
    said: str
    show: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalAnswer:
    """The rows of one answer, the surest first."""

    value: str
    rows: tuple[TypicalRow, ...]


def typical_of(training: StoredTraining, stored: StoredTable | None) -> tuple[TypicalAnswer, ...]:
    """Return the rows most typical of each answer.

    None where the table is gone, or read otherwise than when it was learned from: other rows may stand there.
    """
    told = training.evaluation
    if told is None or not told.typical or stored is None or stored.reading != training.reading:
        return ()
    columns = _columns(told, stored)
    rows = sorted(
        {one.row for answer in told.typical for one in answer.rows if 0 <= one.row < stored.table.rows}
    )
    if not columns or not rows:
        return ()
    cells = dict(zip(rows, read_cells(Path(stored.folder), columns, rows, LONGEST + 1), strict=True))
    found = (_answer(answer, cells, columns, stored.id) for answer in told.typical)
    return tuple(answer for answer in found if answer.rows)


def _columns(told: Evaluation, stored: StoredTable) -> list[Column]:
    names = told.words.columns if told.words else ()
    found = [stored.table.column(name) for name in names[:MOST_COLUMNS]]
    return [column for column in found if column]


def _answer(
    answer: TypicalRows, cells: dict[int, list[StoredCell]], columns: Sequence[Column], table_id: str
) -> TypicalAnswer:
    rows = []
    for one in answer.rows:
        if not (told := _cells(cells.get(one.row, ()), columns)):
            continue
        chance = counting.count(one.chance, _HUNDRED)
        said = text_of("words.typical_row", {"row": one.row + 1, "chance": chance, "value": answer.value})
        show = url_for("data.of_table", table_id=table_id, row=one.row + 1, _anchor="rows")
        rows.append(TypicalRow(cells=told, said=said, show=show))
    return TypicalAnswer(value=answer.value, rows=tuple(rows))


def _cells(cells: Sequence[StoredCell], columns: Sequence[Column]) -> tuple[TypicalCell, ...]:
    """Return the cells of a row that hold something; of a row that is not there, none."""
    return tuple(
        TypicalCell(text=_cut(cell.text), column=column.name if len(columns) > 1 else "")
        for cell, column in zip(cells, columns, strict=False)
        if cell.text and not cell.is_missing
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
