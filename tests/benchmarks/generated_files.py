"""Files of many office kinds, made up from a seed, each with a truth of its own.

The truth is what was meant when the file was made, known before a letter of it was written: how many rows and
columns, what they are called, of which type they are, and some cells of each. A column that could be meant in
two ways, with nothing in the file to tell which, is one to ask about.
"""

import gzip
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.generated_columns import MAKERS, MISSING, row_numbers, with_holes, with_remarks
from tests.benchmarks.generated_measures import counts, measures, mixtures, near_misses
from tests.benchmarks.generated_parts import Habits, Made
from tests.benchmarks.generated_sheets import Sheet, as_cells, write_workbook
from tests.benchmarks.generated_text import Layout, written
from tests.benchmarks.generated_truth import TrueColumn, true_columns
from tests.benchmarks.tongues.often import TONGUES
from tests.benchmarks.tongues.tongue import Tongue

MOST_ROWS = 12_000
_ORDER = ("person", "town", "goods", "state", "zip", "phone", "code", "long", "yes", "year")
_NUMBERS = ("amount", "count", "share", "measure")
_OFTEN = (("date", 0.6), ("moment", 0.15), ("note", 0.3))
_MEASURES = (("measured", 0.25), ("counted", 0.06), ("mixed", 0.05), ("near", 0.12))
_MADE = {**MAKERS, "measured": measures, "counted": counts, "mixed": mixtures, "near": near_misses}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A file and its truth."""

    path: Path
    rows: int
    columns: tuple[TrueColumn, ...]
    habits: tuple[str, ...]  # what is special about it, in words
    must_say: bool = False  # some rows are broken

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing in it to ask about."""
        return all(column.asking == "never" for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A file that is about to be written."""

    habits: Habits
    layout: Layout
    columns: tuple[Made, ...]
    names: tuple[tuple[str, ...], ...]
    boring: bool


def generate(seed: int, folder: Path, *, most_rows: int = MOST_ROWS) -> Generated:
    """Write the file of that number into *folder* and return its truth; the same for the same number."""
    chance = random.Random(seed)  # noqa: S311 - files to try, not secrets
    boring = chance.random() < 0.45
    tongue = chance.choice(TONGUES)
    rows = max(5, min(most_rows, round(chance.lognormvariate(4.2, 1.3))))
    habits = _habits(chance, tongue, boring=boring)
    if chance.random() < 0.22:
        return _as_workbook(chance, folder / f"{seed}.xlsx", _planned(chance, habits, rows, boring=boring))
    return _as_text(chance, folder, seed, _planned(chance, habits, rows, boring=boring))


def _habits(chance: random.Random, tongue: Tongue, *, boring: bool) -> Habits:
    decimal = "." if tongue.decimal == "," and chance.random() < 0.15 else tongue.decimal
    groups = ("", *(sign for sign in tongue.groups if sign != decimal))
    return Habits(
        tongue=tongue,
        decimal=decimal,
        group=chance.choice(("", *groups)) if boring else chance.choice(groups),
        money=chance.choice(("", "", *tongue.money)),
        negative="-{}" if boring else chance.choice(("-{}", "-{}", "({})", "{}-", "\u2212{}")),
        percent=chance.choice(("{} %", "{}%", "{}", "")),
        date=chance.choice(tongue.dates.split()),
        day_first=tongue.day_first or chance.random() < 0.4,
        short_year=chance.random() < (0.03 if boring else 0.2),
        missing=chance.choice(MISSING),
        holes=0.0 if boring and chance.random() < 0.4 else chance.choice((0.02, 0.06, 0.15)),
    )


def _planned(chance: random.Random, habits: Habits, rows: int, *, boring: bool) -> _Plan:
    """Return what columns there are, what they are called, and what stands around them."""
    kinds = [*chance.sample(_ORDER, chance.randint(1, 4)), *chance.sample(_NUMBERS, chance.randint(1, 3))]
    kinds += [kind for kind, share in (*_OFTEN, *_MEASURES) if chance.random() < share]
    if chance.random() < 0.5:
        chance.shuffle(kinds)
    columns = [with_holes(chance, _MADE[kind](chance, habits, rows, kind), habits) for kind in kinds]
    if chance.random() < 0.35:
        columns.insert(0, row_numbers(chance, chance.choice(("Nr", "ID", "No.", "#", "")), rows))
    layout = _layout(chance, habits, columns, boring=boring)
    if not boring and chance.random() < 0.15:
        place = chance.randrange(len(columns))
        columns[place] = with_remarks(chance, columns[place])
    names, headings = _headed(chance, columns, layout.header)
    layout = replace(layout, headings=headings)
    columns = [replace(column, name=names[place][0]) for place, column in enumerate(columns)]
    return _Plan(habits=habits, layout=layout, columns=tuple(columns), names=names, boring=boring)


def _layout(chance: random.Random, habits: Habits, columns: Sequence[Made], *, boring: bool) -> Layout:
    """Return what stands around the rows; of a boring file next to nothing."""
    header = (
        "plain" if boring else chance.choice(("plain", "plain", "plain", "two", "none", "doubles", "years"))
    )
    has_numbers = sum(column.type == "number" for column in columns) > 0
    if header == "none" and (not has_numbers or columns[0].name == ""):
        header = "plain"
    around = not boring and header != "none"
    titles = chance.sample(habits.tongue.titles, chance.choice((0, 0, 1, 2))) if around else []
    footers = chance.sample(habits.tongue.footers, chance.choice((0, 0, 1))) if around else []
    has_amounts = any(column.kind in ("amount", "count") for column in columns[1:])
    has_total = around and has_amounts and columns[0].type == "text" and chance.random() < 0.25
    return Layout(
        header=header,
        titles=tuple(titles[: len(habits.tongue.titles)]),
        blank_after_titles=chance.random() < 0.6,
        total=habits.tongue.total if has_total else "",
        footers=tuple(footers),
        blank_before_footers=chance.random() < 0.6,
    )


def _headed(
    chance: random.Random, columns: Sequence[Made], header: str
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the names that are right for each column, and the rows of headings."""
    own = [column.name for column in columns]
    numbers = [place for place, column in enumerate(columns) if column.kind in _NUMBERS]
    if header == "none":
        return tuple(("",) for _ in own), ()
    if header == "years" and len(numbers) > 1:
        first = chance.randint(2015, 2022)
        for count, place in enumerate(numbers):
            own[place] = str(first + count)
    if header == "doubles" and len(own) > 2:
        own[-1] = own[-2]
    if header == "two" and len(numbers) > 1:
        return _two_rows(chance, own, numbers)
    return tuple((name,) for name in own), (tuple(own),)


def _two_rows(
    chance: random.Random, own: Sequence[str], numbers: Sequence[int]
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return names under headings that stand over all numbers which follow one another."""
    year = chance.randint(2018, 2024)
    top = ["" for _ in own]
    over = ["" for _ in own]
    for place in numbers:
        is_first = place - 1 not in numbers
        year += is_first
        top[place] = str(year) if is_first else ""
        over[place] = str(year)
    names = tuple((low, f"{high} {low}".strip()) for low, high in zip(own, over, strict=True))
    return names, (tuple(top), tuple(own))


def _as_workbook(chance: random.Random, path: Path, plan: _Plan) -> Generated:
    columns = tuple(as_cells(chance, column, plan.habits) for column in plan.columns)
    special = not plan.boring
    sheet = Sheet(
        titles=plan.layout.titles,
        blank_after_titles=plan.layout.blank_after_titles,
        headings=plan.layout.headings,
        columns=columns,
        total=plan.layout.total,
        footers=plan.layout.footers,
        left=chance.choice((0, 0, 1, 2)) if special else 0,
        above=chance.choice((0, 0, 1, 3)) if special else 0,
        is_merged=special and chance.random() < 0.5,
        hidden_before=special and chance.random() < 0.2,
        notes_after=chance.random() < 0.2,
    )
    write_workbook(path, sheet, plan.habits)
    return _true(chance, path, replace(plan, columns=columns), ("xlsx", *plan.layout.words))


def _as_text(chance: random.Random, folder: Path, seed: int, plan: _Plan) -> Generated:
    layout = plan.layout.as_text(chance, plan.habits, boring=plan.boring)
    content, layout, columns = written(chance, plan.columns, layout)
    packed = chance.random() < 0.02
    path = folder / (f"{seed}.csv.gz" if packed else f"{seed}.csv")
    path.write_bytes(gzip.compress(content, mtime=0) if packed else content)
    return _true(chance, path, replace(plan, layout=layout, columns=columns), layout.words)


def _true(chance: random.Random, path: Path, plan: _Plan, words: tuple[str, ...]) -> Generated:
    return Generated(
        path=path,
        rows=len(plan.columns[0].cells),
        columns=true_columns(chance, plan.columns, plan.names, has_semicolons=plan.layout.delimiter == ";"),
        habits=(plan.habits.tongue.headings["person"], *words),
        must_say=plan.layout.ragged == "long",
    )
