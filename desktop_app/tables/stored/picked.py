"""Some rows of an answered file, the most wanted first: which they are, and what they hold together."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.records.picks import Pick
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.answer_rows import Answer


class Picked(NamedTuple):
    """A list of rows in numbers; the column is the one by which they were picked."""

    rows: int
    total: float  # of the column
    low: float
    high: float
    cautions: int
    of: int  # rows that were answered
    mean: float  # of the column, over all of them


def rows_picked(answers: Path, pick: Pick) -> Meaning:
    """Return a relation of the `row` and the `place` of each row that is picked of a file of answers."""
    column, (beyond, order) = f"a{pick.column}", ("<=", "ASC") if pick.is_lowest else (">=", "DESC")
    limit = f"WHERE {column} {beyond} ?" if pick.limit is not None else ""
    most = "ORDER BY place LIMIT ?" if pick.most is not None else ""
    return Meaning(
        f"(SELECT row, row_number() OVER (ORDER BY {column} {order}, row) AS place "  # noqa: S608 - our names
        f"FROM read_parquet(?) {limit} {most})",
        (str(answers), *(bound for bound in (pick.limit, pick.most) if bound is not None)),
    )


def read_picked(answers: Path, pick: Pick, caution: int) -> Picked:
    """Return what the picked rows hold; *caution* is the column of the answers that says what is doubtful."""
    picked, column = rows_picked(answers, pick), f"a{pick.column}"
    on_it = "FILTER (WHERE p.row IS NOT NULL)"
    statement = f"""
        SELECT count(p.row), coalesce(sum({column}) {on_it}, 0),
            coalesce(min({column}) {on_it}, 0), coalesce(max({column}) {on_it}, 0),
            count(a{caution}) FILTER (WHERE p.row IS NOT NULL AND a{caution} <> ''),
            count(*), coalesce(avg({column}), 0)
        FROM read_parquet(?) AS a LEFT JOIN {picked.sql} AS p USING (row)"""  # noqa: S608 - our names
    with connect(folder=answers.parent, confined=True) as duck:
        found = duck.execute(statement, [str(answers), *picked.bound]).fetchone()
    return Picked(*found) if found else Picked(0, 0.0, 0.0, 0.0, 0, 0, 0.0)


def read_first(answers: Path, pick: Pick, columns: int, count: int) -> list[tuple[int, tuple[Answer, ...]]]:
    """Return the numbers of the first rows that are picked, with their answers in so many columns."""
    picked = rows_picked(answers, pick)
    values = ", ".join(f"a.a{place}" for place in range(columns))
    with connect(folder=answers.parent, confined=True) as duck:
        found = duck.execute(
            f"SELECT p.row, {values} FROM read_parquet(?) AS a "  # noqa: S608 - our names
            f"JOIN {picked.sql} AS p ON p.row = a.row ORDER BY p.place LIMIT ?",
            [str(answers), *picked.bound, count],
        )
        return [(row, tuple(cells)) for row, *cells in found.fetchall()]
