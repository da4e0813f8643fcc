"""Files for the commands to work on."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path


def write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    """Write rows, the names of the columns first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file that the program wrote."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def customers(count: int, *, seed: int = 1) -> list[list[object]]:
    """Return rows whose last column follows from the two before it, with some noise."""
    chance = random.Random(seed)  # noqa: S311 - made-up rows
    rows: list[list[object]] = [["customer", "calls", "region", "left"]]
    for number in range(count):
        calls, region = chance.randint(0, 9), chance.choice(["West", "East"])
        left = calls + (4 if region == "West" else 0) + chance.gauss(0, 2) > 7
        rows.append([f"C-{number:05}", calls, region, "yes" if left else "no"])
    return rows
