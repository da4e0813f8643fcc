"""Columns of numbers with a unit behind them, made up; and columns that only look like such."""

import random
from collections.abc import Callable

from tests.benchmarks.generated_parts import Habits, Made, is_twofold, spelled

# Name of the column, spellings of its unit (the usual one first), digits, and a size in the middle.
_UNITS = (
    ("Engine", (" CC", " cc", "CC"), 0, 1500.0),
    ("Power", (" bhp", "bhp", " BHP"), 2, 90.0),
    ("Netto", (" kg", "kg", " KG", " kg."), 1, 12.0),
    ("Range", (" km", "km", " Km"), 0, 240.0),
    ("Temp.", ("°C", " °C"), 1, 18.0),
    ("l/100", (" l/100km", " l/100 km"), 1, 6.5),
    ("Area", (" m²", " m2", "m²"), 1, 95.0),
    ("Flow", (" m³/h", " m3/h"), 2, 4.0),
    ("Speed", (" km/h", "km/h"), 0, 110.0),
    ("Dose", (" mg/dl", " mg/dL"), 1, 140.0),
    ("Fine dust", (" µg/m³",), 1, 22.0),
    ("Memory", (" GB", "GB", " gb"), 0, 64.0),
    ("Price/m²", (" €/m²", " EUR/m²"), 2, 14.0),
    ("Plot", (" sq ft", " sq. ft"), 0, 5400.0),
    ("Time", (" min", "min", " Min."), 0, 45.0),
)
_PLURALS = (("day", "days"), ("Jahr", "Jahre"), ("month", "months"), ("Zimmer", "Zimmer"), ("room", "rooms"))
_PAIRS = (("kmpl", "km/kg"), ("kg", "g"), ("m", "ft"), ("l", "ml"), ("mg/dl", "mmol/l"), ("GB", "MB"))
_LETTERS = "abcd"
_MONTHS = ("May", "Jun", "Jan", "Dec")


def measures(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    """Return a column of numbers with one unit, spelled in one way but for a few cells."""
    name, units, digits, middle = chance.choice(_UNITS)
    values = [round(chance.lognormvariate(0, 0.6) * middle, digits) for _ in range(rows)]
    if name == "Temp.":
        values = [round(value - middle, digits) for value in values]
    usual, others = chance.choice(units), chance.choice((0.0, 0.0, 0.03))
    bare = [spelled(value, digits, habits) for value in values]
    endings = [chance.choice(units) if chance.random() < others else usual for _ in values]
    negative = habits.negative if habits.negative != "{}-" and "(" not in habits.negative else "-{}"
    cells = [
        (negative.format(text) if value < 0 else text) + ending
        for text, value, ending in zip(bare, values, endings, strict=True)
    ]
    known: list[float | None] = [*values]
    if rows >= 40 and chance.random() < 0.2:  # the unit alone is no value
        row = chance.randrange(2, rows)
        cells[row], known[row] = usual, None
    signs = [sign for sign in (habits.decimal, habits.group) if sign in (".", ",")]
    twofold = any(is_twofold(bare, sign) for sign in signs)
    proves = any(not is_twofold(bare, sign) and any(sign in cell for cell in bare) for sign in signs)
    return Made(
        kind=kind,
        name=name,
        type="number",
        cells=tuple(cells),
        values=tuple(known),
        twofold=twofold,
        proves="decimal" if proves and not twofold else "",
    )


def counts(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    """Return a column such as "1 day" and "12 days"."""
    one, many = chance.choice(_PLURALS)
    values = [float(chance.choice((1, 1, 2, 3, 5, chance.randint(1, 60)))) for _ in range(rows)]
    cells = [f"{value:.0f} {one if value == 1 else many}" for value in values]
    return Made(kind=kind, name="Duration", type="number", cells=tuple(cells), values=tuple(values))


def mixtures(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    """Return a column in two units, which is none of numbers and has to be said."""
    usual, other = chance.choice(_PAIRS)
    share = chance.choice((0.1, 0.3, 0.5))
    units = [other if chance.random() < share else usual for _ in range(rows)]
    units[:3] = units[-3:] = [usual, other, other][: len(units)]
    texts = [spelled(round(chance.lognormvariate(2, 1), 1), 1, habits) for _ in units]
    cells = tuple(f"{text} {unit}" for text, unit in zip(texts, units, strict=True))
    return Made(kind=kind, name="Spec", type="text", cells=cells, values=cells, is_odd=True)


def near_misses(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    """Return a column of words with numbers in front that are no amounts."""
    drawn = chance.choice(_NEAR)
    cells = tuple(drawn(chance) for _ in range(rows))
    return Made(kind=kind, name="Detail", type="text", cells=cells, values=cells)


def _ordinal(chance: random.Random) -> str:
    number = chance.randint(1, 19)
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


_NEAR: tuple[Callable[[random.Random], str], ...] = (
    lambda chance: f"{chance.randint(1, 99)} {chance.choice(_LETTERS)}",  # houses
    lambda chance: f"{chance.randint(1, 99)}{chance.choice(_LETTERS)}",
    lambda chance: f"{chance.randint(1, 28)} {chance.choice(_MONTHS)}",
    lambda chance: f"{chance.randint(1, 28)} May",
    lambda chance: f"{chance.randint(1, 9)} h {chance.randint(1, 59)} min",
    lambda chance: f"{chance.randint(1, 9)}-{chance.randint(10, 20)} kg",
    lambda chance: f"{chance.randint(2, 6)}x{chance.randint(2, 6)}",
    lambda chance: f"{chance.randint(1000, 9999)}XL",
    lambda chance: f"{chance.randint(10000, 99999)} Springfield",
    lambda chance: f"{chance.choice('ABC')} {chance.randint(10, 99)}",
    lambda chance: f"{chance.randint(1000, 9999)} {chance.choice('ABXZ')}{chance.choice('ABXZ')}",
    lambda chance: f"{chance.randint(1, 12)} {chance.choice(('am', 'pm'))}",
    _ordinal,
)
