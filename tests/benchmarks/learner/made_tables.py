"""Processes that make tables: columns, what pulls at the target, and a target of a known best skill."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from tests.benchmarks.learner.choosing_columns import Kind, choose_columns
from tests.benchmarks.learner.made_columns import Cells, Column, Floats
from tests.benchmarks.learner.made_targets import (
    Amounts,
    Answers,
    Form,
    Target,
    fitted_amounts,
    fitted_classes,
)

TARGET = "outcome"
REFERENCE = 10_000  # rows from which spreads and the best skill are computed
_FARTHEST = 3.0
_ALONE = 0.1  # of the tables, in which one column pulls and no other

Task = Literal["classification", "regression"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A column, or two that work together, and how it pulls at each signal."""

    columns: tuple[int, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What kind of target: the shares of its classes, or the form of its amounts."""

    shares: tuple[float, ...] = ()
    form: Form = "even"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a process shall be like."""

    rows: int
    columns: int
    skill: float
    aim: Aim
    missing_answers: float = 0.0
    strong: tuple[float, ...] = ()  # shares of the signal that single columns have; the rest by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of a process: the cells by column, the answers as written and as known."""

    cells: dict[str, list[str]]
    answers: Answers
    shown: list[str]  # the answers, some of them empty

    def write(self, path: Path, *, with_answers: bool = True) -> Path:
        """Write the rows as a CSV file, the answers in the last column."""
        columns = self.cells | ({TARGET: self.shown} if with_answers else {})
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(columns)
            out.writerows(zip(*columns.values(), strict=True))
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """What makes the rows of one table, as many as one likes."""

    wish: Wish
    kinds: tuple[Kind, ...]
    columns: tuple[Column, ...]
    terms: tuple[Term, ...]
    middles: Floats  # of the pull of each column
    spreads: Floats
    scale: Floats  # (2, signals): middle and spread of each signal
    target: Target
    skill: float  # of the best predictor there can be

    @property
    def task(self) -> Task:
        """Whether it answers with a kind or a number."""
        return "classification" if self.target.classes else "regression"

    @property
    def label(self) -> str:
        """Return the kind of target in words."""
        shares = self.wish.aim.shares
        if not shares:
            return f"number, {self.wish.aim.form}"
        return "many classes" if len(shares) > 2 else "rare class" if min(shares) < 0.2 else "two classes"

    def draw(self, random: np.random.Generator, rows: int) -> Rows:
        """Return that many new rows."""
        drawn = [column.draw(random, rows) for column in self.columns]
        signal = (_signal(self.terms, self._pulls(drawn)) - self.scale[0]) / self.scale[1]
        answers = self.target.draw(random, np.clip(signal, -_FARTHEST, _FARTHEST))
        gone = random.random(rows) < self.wish.missing_answers
        shown = ["" if lost else text for text, lost in zip(answers.texts, gone.tolist(), strict=True)]
        cells = {column.name: one.texts for column, one in zip(self.columns, drawn, strict=True)}
        return Rows(cells=cells, answers=answers, shown=shown)

    def _pulls(self, drawn: Sequence[Cells]) -> Floats:
        return _in_spreads(drawn, self.middles, self.spreads)


def make_process(random: np.random.Generator, wish: Wish) -> Process:
    """Return a process like *wish*, its columns and what pulls chosen by chance."""
    chosen = choose_columns(random, wish.columns)
    kinds, columns = tuple(kind for kind, _ in chosen), tuple(column for _, column in chosen)
    drawn = [column.draw(random, REFERENCE) for column in columns]
    raw = np.column_stack([cells.pull for cells in drawn])
    middles, spreads = raw.mean(axis=0), np.maximum(raw.std(axis=0), 1e-9)
    signals = len(wish.aim.shares) if len(wish.aim.shares) > 2 else 1
    terms = _terms(random, wish, kinds, signals)
    signal = _signal(terms, _in_spreads(drawn, middles, spreads))
    scale = np.vstack([signal.mean(axis=0), np.maximum(signal.std(axis=0), 1e-9)])
    known = np.clip((signal - scale[0]) / scale[1], -_FARTHEST, _FARTHEST)
    target = _target(random, wish, known)
    return Process(
        wish=wish,
        kinds=kinds,
        columns=columns,
        terms=terms,
        middles=middles,
        spreads=spreads,
        scale=scale,
        target=target,
        skill=target.skill(known) if wish.skill > 0 else 0.0,
    )


def _in_spreads(drawn: Sequence[Cells], middles: Floats, spreads: Floats) -> Floats:
    raw = np.column_stack([cells.pull for cells in drawn])
    return np.asarray(np.clip((raw - middles) / spreads, -_FARTHEST, _FARTHEST))


def _signal(terms: Sequence[Term], pulls: Floats) -> Floats:
    """Return what all terms come to, (rows, signals)."""
    found = np.zeros((len(pulls), len(terms[0].weights)))
    for term in terms:
        found += np.outer(pulls[:, term.columns].prod(axis=1), term.weights)
    return found


def _terms(random: np.random.Generator, wish: Wish, kinds: Sequence[Kind], signals: int) -> tuple[Term, ...]:
    """Return what pulls: few columns where rows are few, and perhaps two of them together."""
    usable = [place for place, kind in enumerate(kinds) if _can_tell(kind, wish.rows)]
    order = [usable[place] for place in random.permutation(len(usable))]
    if wish.strong:
        plain = [place for place in order if kinds[place] in ("number", "few kinds")]
        first = plain[: len(wish.strong)]
        order = [*first, *(place for place in order if place not in first)]
    most = 3 if wish.rows < 800 else 6
    count = 1 if random.random() < _ALONE else int(random.integers(2, most + 1))
    active = order[: max(len(wish.strong), count)]
    sizes = random.uniform(0.4, 1.0, size=len(active))
    if wish.strong:
        sizes = np.sqrt(_shares(wish.strong, len(active)))
    terms = [
        Term(columns=(place,), weights=_weights(random, size, signals))
        for place, size in zip(active, sizes.tolist(), strict=True)
    ]
    if len(active) > 1 and not wish.strong and random.random() < 0.4:
        pair = (active[0], active[1])
        terms.append(Term(columns=pair, weights=_weights(random, 0.5, signals)))
    return tuple(terms)


def _can_tell(kind: Kind, rows: int) -> bool:
    """Return whether so many rows are enough to learn what such a column says."""
    return {"many kinds": rows >= 3_000, "text": rows >= 600, "date": rows >= 600}.get(kind, True)


def _shares(strong: Sequence[float], count: int) -> Floats:
    rest = count - len(strong)
    left = (1 - sum(strong)) / rest if rest else 0.0
    return np.array([*strong, *[left] * rest])


def _weights(random: np.random.Generator, size: float, signals: int) -> tuple[float, ...]:
    if signals == 1:
        return (size * float(random.choice([-1.0, 1.0])),)
    return tuple((size * random.normal(size=signals)).tolist())


def _target(random: np.random.Generator, wish: Wish, signal: Floats) -> Target:
    if wish.aim.shares:
        names = _class_names(random, len(wish.aim.shares))
        return fitted_classes(names, wish.aim.shares, signal, wish.skill)
    middle = float(random.uniform(4, 40) if wish.aim.form == "counts" else 10 ** random.uniform(1.5, 5))
    spread = (
        float(random.uniform(0.5, 0.9))
        if wish.aim.form == "skewed"
        else middle * float(random.uniform(0.1, 0.5))
    )
    # Never three decimals: those of 1.234 could be thousands, and the column would be asked about.
    decimals = 0 if wish.aim.form == "counts" else min(2, max(0, 4 - int(np.log10(middle))))
    like = Amounts(form=wish.aim.form, share=0.0, middle=middle, spread=spread, decimals=decimals)
    return fitted_amounts(like, signal, wish.skill)


def _class_names(random: np.random.Generator, count: int) -> tuple[str, ...]:
    if count == 2:
        pairs = (("no", "yes"), ("0", "1"), ("stays", "leaves"), ("fine", "faulty"))
        return pairs[int(random.integers(len(pairs)))]
    return tuple(f"class {chr(65 + place)}" for place in range(count))
