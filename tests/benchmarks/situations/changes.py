"""New files whose columns or cells are not those of the file that was learned from."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from tests.benchmarks.situations.sources import LINE, Source, numbered

Make = Callable[[Source, Path], Path]  # writes a new file into a folder
Cells = Callable[["pd.Series[str]"], "pd.Series[str]"]
FEW = 30  # rows
SCRIPT = "<script>alert(1)</script>"


def csv(rows: pd.DataFrame, folder: Path, name: str = "new.csv", sep: str = ",") -> Path:
    """Write rows as text and return where."""
    path = folder / name
    rows.to_csv(path, index=False, sep=sep)
    return path


def of(change: Callable[[Source], pd.DataFrame]) -> Make:
    """Return what writes the rows that a change makes."""
    return lambda source, folder: csv(change(source), folder)


def of_numbers(change: Callable[["pd.Series[float]"], "pd.Series[float]"], unit: str = "") -> Make:
    """Return what writes the new rows with the numbers of a column changed, perhaps in a unit."""

    def changed(cells: "pd.Series[str]") -> "pd.Series[str]":
        numbers = pd.to_numeric(cells, errors="coerce")
        texts = change(numbers).map(lambda number: f"{number:.6g}{unit}")
        return texts.where(numbers.notna(), cells)

    return of(lambda source: replaced(source.rows, source.number, changed))


def replaced(rows: pd.DataFrame, column: str, change: Cells) -> pd.DataFrame:
    """Return the rows with the cells of a column changed."""
    return rows.assign(**{column: change(rows[column])})


def in_some(share: float, cell: Callable[[str], str]) -> Cells:
    """Return what changes that share of cells, the first one among them."""

    def changed(cells: "pd.Series[str]") -> "pd.Series[str]":
        chosen = np.random.default_rng(1).random(len(cells)) < share
        chosen[0] = True
        return cells.where(~chosen, cells.map(cell))

    return changed


def renamed(source: Source) -> pd.DataFrame:
    """Return the rows with a word more in the name of a column."""
    return source.rows.rename(columns={source.word: f"{source.word} (new)"})


def without(source: Source, count: int) -> pd.DataFrame:
    """Return the rows without some columns: the numbers, the words, and others."""
    names = dict.fromkeys((source.number, source.word, *source.needed))
    return source.rows.drop(columns=list(names)[:count])


def more_columns(source: Source) -> pd.DataFrame:
    """Return the rows with two columns that nobody needs."""
    return source.rows.assign(remark="seen", shelf=[f"S{place % 9}" for place in range(len(source.rows))])


def worse(source: Source) -> pd.DataFrame:
    """Return the rows with answers that belong to other rows."""
    answers = source.fresh[source.target].sample(frac=1, random_state=3).to_list()
    return source.fresh.assign(**{source.target: answers})


def other_order_of_days(source: Source) -> pd.DataFrame:
    """Return the rows with month and day the other way round, or before the year."""
    at_home = "%d/%m/%Y" if "/" in source.rows[source.day].iloc[0] else "%Y-%m-%d"
    days = pd.to_datetime(source.rows[source.day], format=at_home)
    return source.rows.assign(**{source.day: days.dt.strftime("%m/%d/%Y")})


def some_thousandfold(source: Source) -> pd.DataFrame:
    """Return the rows with one number in twenty a thousand times as large."""
    return replaced(source.rows, source.number, in_some(0.05, lambda cell: f"{float(cell or 1) * 1000:g}"))


def moved_right(source: Source) -> pd.DataFrame:
    """Return the rows with the cells of one in ten a column too far to the right from the third on."""
    rows = source.rows.assign(**{"": ""})
    cells = rows.to_numpy(dtype=object)
    cells[::10, 3:] = cells[::10, 2:-1]
    cells[::10, 2] = ""
    return pd.DataFrame(cells, columns=rows.columns)


def twice(source: Source) -> pd.DataFrame:
    """Return each row two times."""
    return source.rows.loc[source.rows.index.repeat(2)]


def known_rows(source: Source) -> pd.DataFrame:
    """Return rows that were learned from."""
    rows = numbered(source.learn[: len(source.fresh)]).drop(columns=source.target)
    return replaced(rows, LINE, lambda cells: "9" + cells.str.zfill(6))  # none of the new ones


def of_a_stranger(source: Source) -> pd.DataFrame:
    """Return the rows with the language of pages in a heading and in cells."""
    rows = replaced(source.rows, source.word, in_some(0.05, lambda _cell: SCRIPT))
    return rows.assign(**{SCRIPT: "1"})


def named_like_ours(source: Source) -> pd.DataFrame:
    """Return the rows with columns of the names that answers have."""
    return source.rows.assign(prediction="their own", probability="0.5", low="1", high="2", caution="no")


def several(source: Source) -> pd.DataFrame:
    """Return the rows with other numbers, new words, empty cells and more columns, in another order."""
    rows = replaced(source.rows, source.word, in_some(0.1, lambda _cell: "never seen"))
    rows = replaced(rows, source.number, in_some(0.5, lambda cell: f"{float(cell or 0) * 100:g}"))
    rows = replaced(rows, source.day, in_some(0.3, lambda _cell: ""))
    return rows.assign(remark="seen")[["remark", *reversed(list(rows))]]
