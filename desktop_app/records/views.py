"""Another order of a table's rows, or some of them: what is asked, and what comes of it."""

from desktop_app.records.record import dataclass

VIEW_FILE = "view.parquet"  # left in the job's folder by `arrange`: the numbers of the rows, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The rows to keep, by one column: those with a value, with a number from *start* to *end*, or with none.

    Dates are seconds since 1970; *end* is not part of the range, and where it is None, the range is open.
    Or those that lie behind another column, and by all columns those that stand there more than once.
    """

    column: int  # its position
    value: str | None = None
    start: float | None = None
    end: float | None = None
    behind: int | None = None  # position of the column that the other one should not exceed
    is_repeated: bool = False  # all cells of the row are those of another one


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the rows are to be seen."""

    sort: int | None = None  # position of the column that the rows are sorted by
    descending: bool = False
    only: Only | None = None
    also: Only | None = None  # what the same rows hold, too


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeOrder:
    """Find the rows of the table in this folder that a view shows, and their order."""

    table_folder: str
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """How many rows a view shows."""

    rows: int


def view_name(view_id: str) -> str:
    """Return what the file of a view is called beside its table."""
    return f"view-{view_id}.parquet"
