"""Tables with answers, written, and read again."""

import csv
from collections.abc import Sequence
from pathlib import Path

from desktop_app.tables.duck import connect
from desktop_app.tables.out.writing import write_answers
from tests.unit.tables.opening import Opened


def write(opened: Opened, out: Path, answers: Path | None = None, headings: Sequence[str] = ()) -> int:
    return write_answers(opened.folder, opened.table, answers, headings, out).marked_cells


def read_csv(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def answer(opened: Opened, *rows: tuple[object, ...]) -> Path:
    """Write answers, the last row first: they are put in order again."""
    path = opened.folder / "answers.parquet"
    with connect(folder=opened.folder) as duck:
        duck.execute("CREATE TABLE answers (row BIGINT, a0 VARCHAR, a1 DOUBLE)")
        duck.executemany(
            "INSERT INTO answers VALUES (?, ?, ?)", [[n, *row] for n, row in enumerate(rows)][::-1]
        )
        duck.execute("COPY answers TO ? (FORMAT parquet)", [str(path)])
    return path
