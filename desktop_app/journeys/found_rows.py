"""What was found of each row when somebody looked, written beside the rows without looking again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.journeys.rows_asked import beside_rows, rows_asked
from desktop_app.models.answer_file import AnswerFile, Kind
from desktop_app.records.clusters import GroupFileOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.oddness import OddFileOrder
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.tables.duck import connect
from desktop_app.tables.out.delivering import deliver

Columns = list[Sequence[Any]]
_BATCH = 50_000  # rows
_WRITTEN = 0.5  # of the time


def deliver_found(
    order: GroupFileOrder | OddFileOrder,
    folder: Path,
    columns: dict[str, Kind],
    change: Callable[[int, Columns], Columns],
    report: Report,
) -> dict[str, JSON]:
    """Return the file that is then at `out`: all rows with these *columns*.

    *change* makes them of what is kept of some rows, from the number of the first on.
    """
    table, rows = rows_asked(order, folder, lambda _progress: None)
    answers = folder / ANSWERS_FILE
    with connect(folder=folder) as duck, AnswerFile(answers, [*columns.values()], "found") as out:
        found = duck.execute("SELECT * EXCLUDE (row) FROM read_parquet(?) ORDER BY row", [order.found])
        while batch := found.fetchmany(_BATCH):
            cells = [["" if cell is None else cell for cell in column] for column in zip(*batch, strict=True)]
            out.add(change(out.done, [*cells]))
            report(Progress(fraction=_WRITTEN * out.done / table.rows))
        out.finish()
    written = deliver(beside_rows(order, table, rows, answers, tuple(columns)), Path(order.out))
    return {"written": to_json(written)}
