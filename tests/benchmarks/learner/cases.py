"""Tables to judge verdicts by: six made ones with a trap each, and real ones, of which a part is kept."""

import csv
import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Rows = list[dict[str, str]]
Dice = np.random.Generator
FRESH = 4_000  # rows that a made table is asked about afterwards
KEPT_ASIDE = 0.25  # of a real one


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A table to learn from, rows of the same kind that it has not seen, and what should be said of it."""

    name: str
    target: str
    task: str
    learn: Rows
    fresh: Rows
    expected: str = ""  # in words; made tables only


def made_cases() -> Iterator[Case]:
    """Yield the six made tables."""
    for name, (make, rows, expected) in _MADE.items():
        dice = np.random.default_rng([len(name), rows])
        yield Case(
            name=name,
            target="outcome",
            task="classification",
            learn=make(dice, rows),
            fresh=make(dice, FRESH),
            expected=expected,
        )


def real_cases(folder: Path, most: int) -> Iterator[Case]:
    """Yield the first tables of a folder with a `datasets.json`, a quarter of each kept aside by chance."""
    for one in json.loads((folder / "datasets.json").read_text())[:most]:
        with gzip.open(folder / one["file"], "rt", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row[one["target"]].strip() not in ("", "NA", "?")]
        order = np.random.default_rng(0).permutation(len(rows))
        aside = set(order[: int(KEPT_ASIDE * len(rows))].tolist())
        yield Case(
            name=one["name"],
            target=one["target"],
            task=one["task"],
            learn=[row for place, row in enumerate(rows) if place not in aside],
            fresh=[rows[place] for place in sorted(aside)],
        )


def write_rows(path: Path, rows: Rows, without: str = "") -> Path:
    """Write rows as a CSV file, perhaps without a column."""
    names = [name for name in rows[0] if name != without]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, names, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)
    return path


def _table(columns: dict[str, Sequence[object]]) -> Rows:
    texts = {name: [str(cell) for cell in cells] for name, cells in columns.items()}
    return [dict(zip(texts, cells, strict=True)) for cells in zip(*texts.values(), strict=True)]


def _plain(dice: Dice, rows: int) -> dict[str, Sequence[object]]:
    """Return columns that say nothing."""
    numbers = {f"measure {place}": dice.normal(50, 10, rows).round(1).tolist() for place in range(6)}
    return {**numbers, "region": dice.choice(["north", "south", "east", "west"], rows).tolist()}


def _answers(dice: Dice, chances: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[str]:
    return ["yes" if happens else "no" for happens in (dice.random(len(chances)) < chances).tolist()]


def _noise(dice: Dice, rows: int) -> Rows:
    return _table({**_plain(dice, rows), "outcome": _answers(dice, np.full(rows, 0.4))})


def _leak(dice: Dice, rows: int) -> Rows:
    plain, pull = _plain(dice, rows), dice.normal(size=rows)
    outcome = _answers(dice, 1 / (1 + np.exp(-pull)))
    fee = [round(float(dice.uniform(20, 90)), 2) if one == "yes" else "" for one in outcome]
    return _table(
        {**plain, "visits": (10 + 3 * pull).round(1).tolist(), "closing fee": fee, "outcome": outcome}
    )


def _small(dice: Dice, rows: int) -> Rows:
    pull = dice.normal(size=rows)
    outcome = _answers(dice, 1 / (1 + np.exp(-0.5 * pull)))
    return _table({**_plain(dice, rows), "visits": (10 + 3 * pull).round(1).tolist(), "outcome": outcome})


def _rare(dice: Dice, rows: int) -> Rows:
    pull = dice.normal(size=rows)
    outcome = _answers(dice, 1 / (1 + np.exp(6.2 - 2 * pull)))
    return _table({**_plain(dice, rows), "amount": (100 + 30 * pull).round(1).tolist(), "outcome": outcome})


def _copies(dice: Dice, rows: int) -> Rows:
    once = _noise(dice, rows // 4)
    return [once[place] for place in dice.permutation(np.repeat(np.arange(len(once)), 4))]


def _drift(dice: Dice, rows: int) -> Rows:
    """Return rows in the order of days, whose answers come in waves that no column but the day tells."""
    days = np.sort(dice.integers(0, 720, rows))
    dates = (np.datetime64("2023-01-01") + days.astype("timedelta64[D]")).astype(str).tolist()
    wave = np.repeat(dice.normal(0, 2.5, 24), 30)[days]
    return _table({"day": dates, **_plain(dice, rows), "outcome": _answers(dice, 1 / (1 + np.exp(-wave)))})


_MADE: dict[str, tuple[Callable[[Dice, int], Rows], int, str]] = {
    "pure noise": (_noise, 600, "no better than guessing"),
    "leak": (_leak, 800, "closing fee is named and left out"),
    "40 rows, little signal": (_small, 40, "no better than guessing"),
    "1 % positives": (_rare, 6_000, "judged by how many it finds"),
    "each row four times": (_copies, 1_200, "no better than guessing"),
    "drift in time": (_drift, 2_000, "tested on later rows, or asked about it"),
}
