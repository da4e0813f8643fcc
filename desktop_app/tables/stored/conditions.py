"""SQL for some rows of a table, by one of its columns: the one way to say which, for views and for rules."""

from desktop_app.records.tables import LONGEST_VALUE, ColumnType
from desktop_app.records.views import Only
from desktop_app.tables.columns.meanings import Meaning

_NONE = Meaning("false")


def rows_with(only: Only, kind: ColumnType) -> Meaning:
    """Return whether a row is one of those; *kind* is of the column. The answer is never NULL.

    The columns of the row are called `v0`, `r0`, ... as in a stored table. A range of a column that holds no
    numbers and no dates has no rows.
    """
    cell = f"v{only.column}"
    if only.behind is not None:
        return Meaning(f"coalesce({cell} > v{only.behind}, false)")
    if only.value is not None:
        return Meaning(f"coalesce(left(r{only.column}, {LONGEST_VALUE}) = ?, false)", (only.value,))
    if is_of_empty(only):
        return Meaning(f"({cell} IS NULL)")
    if kind not in ("number", "date"):
        return _NONE
    amount = f"epoch({cell})" if kind == "date" else cell
    ends = ((">=", only.start), ("<", only.end))
    told = [(f"{amount} {sign} ?", end) for sign, end in ends if end is not None]
    sql = " AND ".join(condition for condition, _end in told)
    return Meaning(f"coalesce({sql}, false)", tuple(end for _condition, end in told))


def is_of_empty(only: Only) -> bool:
    """Return whether the rows are meant that have no value."""
    is_other = only.is_repeated or only.behind is not None
    return only.value is None and only.start is None and only.end is None and not is_other
