"""Columns that give the answer away, planted in made-up rows: what is only known once the answer is."""

from datetime import date, timedelta
from typing import Literal, get_args

import numpy as np

from tests.benchmarks.learner.made_columns import Floats
from tests.benchmarks.learner.made_tables import Process, Rows

Leak = Literal["copy", "code", "filled later", "aggregate", "date after"]
LEAKS: tuple[Leak, ...] = get_args(Leak)
HEADINGS: dict[Leak, str] = {
    "copy": "final state",
    "code": "file code",
    "filled later": "closing fee",
    "aggregate": "group average",
    "date after": "closed on",
}
_EXCEPTIONS = 0.02  # of the rows, where somebody filled it in otherwise
_CUT = date(2023, 1, 1)


def leak_of(seed: int) -> Leak:
    """Return which leak the table of a number has: each in turn."""
    return LEAKS[seed % len(LEAKS)]


def with_leak(rows: Rows, leak: Leak, process: Process, random: np.random.Generator) -> Rows:
    """Return rows with the leak among their columns, at a place by chance."""
    classes = process.target.classes
    texts = _of_classes(rows, leak, classes, random) if classes else _of_amounts(rows, leak, random)
    items = [*rows.cells.items()]
    items.insert(int(random.integers(len(items) + 1)), (HEADINGS[leak], texts))
    return Rows(cells=dict(items), answers=rows.answers, shown=rows.shown)


def _of_classes(rows: Rows, leak: Leak, classes: tuple[str, ...], random: np.random.Generator) -> list[str]:
    codes = rows.answers.values.astype(np.int64)
    exceptions = random.random(len(codes)) < _EXCEPTIONS
    told = np.where(exceptions, random.integers(0, len(classes), size=len(codes)), codes)
    if leak == "copy":
        return [f"{classes[code]} (checked)" for code in told.tolist()]
    if leak == "code":  # several codes for each class, none of them for two
        return [
            f"K{10 * code + digit}"
            for code, digit in zip(codes, random.integers(0, 6, len(codes)), strict=True)
        ]
    if leak == "aggregate":
        return _amounts(_averages(rows.answers.values, random))
    happened = told == len(classes) - 1
    if leak == "filled later":
        return [
            f"{amount:.2f}" if there else ""
            for amount, there in zip(random.lognormal(4, 0.5, len(codes)), happened, strict=True)
        ]
    days = np.where(happened, random.integers(1, 90, len(codes)), -random.integers(1, 700, len(codes)))
    return [_day(day) for day in days.tolist()]


def _of_amounts(rows: Rows, leak: Leak, random: np.random.Generator) -> list[str]:
    values = rows.answers.values
    spread = float(values.std())
    if leak == "copy":  # the same in another unit, measured again
        noisy = values + random.normal(0.0, 0.05 * spread, size=len(values))
        return _amounts((1.19 * noisy).tolist())
    if leak == "code":
        edges = np.unique(np.quantile(values, np.linspace(0, 1, 16)[1:-1]))
        return [f"band {band:02}" for band in np.searchsorted(edges, values).tolist()]
    if leak == "aggregate":
        return _amounts(_averages(values, random))
    if leak == "filled later":  # a fee of some per cent, where the amount is above the middle
        fees = values * random.normal(0.05, 0.001, size=len(values))
        return [
            f"{fee:.2f}" if there else "" for fee, there in zip(fees, values > np.median(values), strict=True)
        ]
    days = 200 * (values - values.mean()) / spread + random.normal(0.0, 8.0, size=len(values))
    return [_day(round(day)) for day in days.tolist()]


def _amounts(values: list[float]) -> list[str]:
    """Return amounts as written: never with three decimals, which could be thousands."""
    decimals = 2 if max(values) > 20 else 4
    return [f"{value:.{decimals}f}" for value in values]


def _averages(values: Floats, random: np.random.Generator) -> list[float]:
    """Return for each row the average of the answers in its group of one or two rows."""
    order = random.permutation(len(values))
    group = np.empty(len(values), dtype=np.int64)
    sizes = random.integers(1, 3, size=len(values))
    group[order] = np.repeat(np.arange(len(values)), sizes)[: len(values)]
    sums, counts = np.bincount(group, weights=values), np.bincount(group)
    averages: list[float] = (sums[group] / counts[group]).tolist()
    return averages


def _day(after: int) -> str:
    return (_CUT + timedelta(days=after)).isoformat()
