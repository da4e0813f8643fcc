"""Asks a journey for something, and makes the files that it is asked about."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan

ROWS = 120
PLAN = TrainingPlan(target="left", budget=1.0, all_known=True)  # age alone nearly tells


T = TypeVar("T")


def customers(path: Path, *, rows: int = ROWS, **changes: Callable[[int, str], str]) -> Path:
    """Write a file of customers; *changes* replace the cells of a column."""
    dice = np.random.default_rng(5)
    columns = {
        "age": [str(age) for age in dice.integers(18, 80, rows)],
        "plan": list(dice.choice(["basic", "gold", "silver"], rows)),
        "joined": [f"2024-{month:02}-{day:02}" for month, day in dice.integers(1, 13, (rows, 2))],
    }
    columns["left"] = ["yes" if int(age) + dice.normal(0, 5) > 50 else "no" for age in columns["age"]]
    for name, change in changes.items():
        columns[name] = [change(row, cell) for row, cell in enumerate(columns[name])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return path


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def do(journey: str, order: Any, kind: type[T], folder: Path, report: Any = lambda _: None) -> T:
    folder.mkdir(exist_ok=True)
    return from_json(kind, JOURNEYS[journey](to_json(order), folder, report))
