"""The rows that an order asks about: those of a table that is stored, or those in a file."""

from pathlib import Path

from desktop_app.journeys.reading import check_columns, read_as_asked
from desktop_app.records.clusters import GroupFileOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.oddness import OddFileOrder
from desktop_app.records.tables import Table
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.stored.storage import read_table


def rows_asked(order: GroupFileOrder | OddFileOrder, folder: Path, report: Report) -> tuple[Table, Path]:
    """Return the table and the folder of its rows, which is *folder* where they are read from a file.

    Raises as `read_as_asked` does, and UsageError for a misspelt column.
    """
    stored = Path(order.table_folder) if order.table_folder else None
    table = read_table(stored) if stored else read_as_asked(order, folder, report)
    check_columns(table, (*order.plan.exclude, *order.plan.include))
    report(Progress(fraction=1.0, read=True))
    return table, stored or folder


def beside_rows(
    order: GroupFileOrder | OddFileOrder, table: Table, rows: Path, answers: Path, headings: tuple[str, ...]
) -> Answered:
    """Return the rows with what was found of each, to be written; *rows* is their folder."""
    source = Path(order.path) if order.path else None
    return Answered(folder=rows, table=table, answers=answers, headings=headings, source=source)
