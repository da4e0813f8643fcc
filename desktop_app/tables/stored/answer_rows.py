"""A few rows of the answers to a new file: for the page that shows them."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.tables.duck import connect

Answer = str | float | None


def read_answer_rows(
    answers: Path, headings: Sequence[str], start: int, count: int
) -> list[tuple[Answer, ...]]:
    """Return *count* rows of the answers from row *start* (from 0) on, in the order of *headings*."""
    values = ", ".join(f"a{place}" for place in range(len(headings)))
    with connect(folder=answers.parent, confined=True) as duck:
        found = duck.execute(
            f"SELECT {values} FROM read_parquet(?) WHERE row BETWEEN ? AND ? ORDER BY row",  # noqa: S608 - our names
            [str(answers), start, start + count - 1],
        )
        return found.fetchall()
