"""Rows that hold the sum of others: learned from, they count everything twice."""

from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding, shown
from desktop_app.tables.quoting import quoted

_FEWEST_ROWS = 5
_MOST_OF_ALL = 0.5  # of the rows
_MOST_COLUMNS = 30  # of words, and of numbers
_MOST_CELLS = 50_000_000  # looked through; in a longer table only columns with few kinds
_NEAR = 0.001  # of a sum, as rounded parts have it
_MOST_TIMES = 3  # sums of parts, of wholes and of all
_LABELS = [
    *("total", "totals", "grand total", "subtotal", "sub-total", "sub total", "sum", "overall", "all"),
    *("gesamt", "summe", "insgesamt", "gesamtsumme", "zwischensumme", "total général", "sous-total", "somme"),
    *("ensemble", "total general", "suma", "suma total", "totale", "totaal", "subtotaal", "som", "totaux"),
    *("razem", "ogółem", "łącznie", "soma", "totais", "subtotale", "gesamtergebnis", "итого", "всего"),
]
# Spelled out, so that Parquet's dictionaries tell at once that a label is not there.
_SPELLINGS = sorted(
    {
        spelling + end
        for label in _LABELS
        for spelling in (label, label.capitalize(), label.title(), label.upper())
        for end in ("", ":", " ")
    }
)
_FOUND = f"""
SELECT r{{p}}, count(*), min(row) + 1 FROM rows
WHERE r{{p}} IN ({", ".join(map(quoted, _SPELLINGS))}) GROUP BY r{{p}} ORDER BY 2 DESC, 3 LIMIT 1
"""  # noqa: S608 - our names
_SUMS = """
SELECT {sums} FROM rows WHERE v{p} IS NOT NULL
"""


def totals_inside(rows: StoredRows) -> Iterator[Notice]:
    """Yield which rows are called a total and add up to one."""
    numbers = [column for column in rows.table.columns if _can_add_up(column)][:_MOST_COLUMNS]
    words = [column for column in rows.table.columns if column.type in ("category", "text")]
    if rows.table.rows < _FEWEST_ROWS or not numbers:
        return
    for column in words[:_MOST_COLUMNS]:
        if not _may_hold_total(rows, column):
            continue
        found = rows.ask(_FOUND.format(p=column.position), (column,))
        for label, count, row in found:
            others = rows.table.rows - count
            if count <= _MOST_OF_ALL * rows.table.rows and _adds_up(rows, column, numbers, label):
                yield finding(
                    "find.totals",
                    (column,),
                    count=count,
                    rows=others,
                    row=row,
                    value=label,
                    values=shown([label]),
                )
                return  # the same rows are called so in other columns, too


def _can_add_up(column: Column) -> bool:
    return column.type == "number" and column.distinct > 2 and column.minimum != column.maximum


def _may_hold_total(rows: StoredRows, column: Column) -> bool:
    """Return whether the profile leaves it open that a column holds such a label."""
    if len(column.top_values) == column.distinct:
        return any(bar.label in _SPELLINGS for bar in column.top_values)
    return rows.table.rows * len(rows.table.columns) <= _MOST_CELLS


def _adds_up(rows: StoredRows, column: Column, numbers: Sequence[Column], label: str) -> bool:
    """Return whether some column's numbers in the rows with a label add up to those in the others."""
    is_total = f"r{column.position} = $label"
    sums = ", ".join(
        f"sum(v{one.position}) FILTER ({is_total}), sum(v{one.position}) FILTER (NOT {is_total}),"
        f" count(v{one.position}) FILTER (NOT {is_total})"
        for one in numbers
    )
    found = rows.first_of(_SUMS.format(p=column.position, sums=sums), (column, *numbers), label=label)
    return any(_is_sum(*found[at : at + 3]) for at in range(0, len(found), 3))


def _is_sum(total: float | None, parts: float | None, cells: int) -> bool:
    if not total or not parts or cells < 2:
        return False
    return any(abs(total - times * parts) <= _NEAR * abs(parts) for times in range(1, _MOST_TIMES + 1))
