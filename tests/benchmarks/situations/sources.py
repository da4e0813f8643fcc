"""Tables of which one half is learned from, and the other half comes as new files: public ones."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

LEARNED, NEW = 3_000, 1_500  # rows at most
LINE = "line"  # a column of every new file, by which its rows are told again
DAY = "entered on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table in two halves, as texts, and the columns that are changed in new files."""

    name: str
    target: str
    task: str
    learn: pd.DataFrame
    fresh: pd.DataFrame  # with a column LINE before the others
    number: str  # a column of numbers that matters
    word: str  # one of words
    day: str  # one of days
    other: pd.DataFrame  # rows of another table

    @property
    def rows(self) -> pd.DataFrame:
        """The new rows without their answers."""
        return self.fresh.drop(columns=self.target)

    @property
    def needed(self) -> list[str]:
        """The columns that may be learned from."""
        return [str(name) for name in self.learn if name != self.target]


_CHOSEN = (  # table, number, word, day; without a column of days it gets one
    ("credit_data", "Income", "Job", ""),
    ("penguins", "bill_length_mm", "island", ""),
    ("hotel_rates", "lead_time", "reserved_room_type", "arrival_date"),
)


def sources(folder: Path) -> Iterator[Source]:
    """Yield a table of two kinds, one of many kinds and one of a number; *folder* has a `datasets.json`."""
    told = {one["name"]: one for one in json.loads((folder / "datasets.json").read_text())}
    other = _read(folder / told["abalone"]["file"])
    for name, number, word, day in _CHOSEN:
        one, dice = told[name], np.random.default_rng(0)
        rows = _read(folder / one["file"])
        rows = rows[rows[one["target"]].str.strip() != ""].sample(frac=1, random_state=0, ignore_index=True)
        if not day:
            days = np.datetime64("2024-01-01") + dice.integers(0, 700, len(rows)).astype("timedelta64[D]")
            rows[DAY] = pd.DatetimeIndex(days).strftime("%d/%m/%Y")
        learned = min(LEARNED, len(rows) * 2 // 3)
        yield Source(
            name=name,
            target=one["target"],
            task=one["task"],
            learn=rows[:learned],
            fresh=numbered(rows[learned : learned + NEW]),
            number=number,
            word=word,
            day=day or DAY,
            other=numbered(other[:200]),
        )


def numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with their places in a first column."""
    rows = rows.reset_index(drop=True)
    rows.insert(0, LINE, [str(place) for place in range(len(rows))])
    return rows


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)
