"""The column to predict, as numbers: a code for each class, or the amount itself."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Codes, Floats, Ints
from desktop_app.engine.cells import LARGEST, coded_values
from desktop_app.records.plans import Task
from desktop_app.records.tables import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is to be answered, for the rows in which it is known."""

    name: str
    task: Task
    classes: tuple[str, ...]  # empty for a number
    values: Ints | Floats  # (rows,): codes into `classes`, or amounts
    rows: Ints  # (rows,): their places in the table
    of: int  # rows of the table
    decimals: int

    @property
    def answers(self) -> int:
        """How many numbers make up one answer: a probability a class, or one amount."""
        return max(1, len(self.classes))

    @property
    def codes(self) -> Ints:
        """The classes of the rows, as codes."""
        return self.values.astype(np.int64)

    @property
    def amounts(self) -> Floats:
        """The numbers of the rows."""
        return self.values.astype(np.float64)

    @property
    def counts(self) -> Ints:
        """How many rows each class has."""
        return np.bincount(self.codes, minlength=len(self.classes))

    @property
    def common(self) -> str:
        """The most frequent class; nothing for a number."""
        return self.classes[int(np.argmax(self.counts))] if self.classes else ""


def read_target(frame: pd.DataFrame, column: Column, task: Task) -> Target:
    """Return the column to predict; rows without it are left out."""
    classes: tuple[str, ...] = ()
    values: Ints | Floats
    if task == "regression":
        amounts = frame[column.name].to_numpy(dtype=np.float64)
        rows = np.flatnonzero(np.isfinite(amounts))
        values = np.clip(amounts[rows], -LARGEST, LARGEST)  # beyond it a square is no number any more
    else:
        codes, names = coded_values(frame[column.name])
        if column.type == "number":
            codes, names = _same_amounts(codes, names)
        rows = np.flatnonzero(codes >= 0)
        classes, values = _in_order(codes[rows], names)
    return Target(
        name=column.name,
        task=task,
        classes=classes,
        values=values,
        rows=rows,
        of=len(frame),
        decimals=column.decimals,
    )


def _same_amounts(codes: Codes, names: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """Return codes in which "1" and "1.0" are one kind, written as most cells write it."""
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    spelling: dict[float, int] = {}
    for code in np.argsort(-counts, kind="stable").tolist():
        amount = amount_of(names[code])
        if amount is not None:
            spelling.setdefault(amount, code)
    amounts = [amount_of(name) for name in names]
    joined = [-1 if amount is None else spelling[amount] for amount in amounts]
    return np.array([*joined, -1], dtype=np.int32)[codes], names


def amount_of(text: str) -> float | None:
    """Return the number that a text spells; None where it spells none."""
    try:
        return float(text)
    except ValueError:
        return None


def outcome_of(text: str, classes: tuple[str, ...]) -> str:
    """Return the class that a cell names: "1.0" is the class "1"; the text of a number."""
    if text in classes:
        return text
    amount = amount_of(text)
    return next((name for name in classes if amount is not None and amount_of(name) == amount), text)


def _in_order(codes: Codes, names: tuple[str, ...]) -> tuple[tuple[str, ...], Ints]:
    """Return the classes that appear, numbers by size and words by letter, and the rows' codes in them."""
    present = np.unique(codes).tolist()
    amounts = {code: amount_of(names[code]) for code in present}
    if all(amount is not None for amount in amounts.values()):
        ordered = sorted(present, key=lambda code: (amounts[code], names[code]))
    else:
        ordered = sorted(present, key=lambda code: (names[code].casefold(), names[code]))
    place = np.zeros(len(names), dtype=np.int64)
    place[ordered] = np.arange(len(ordered))
    return tuple(names[code] for code in ordered), place[codes]
