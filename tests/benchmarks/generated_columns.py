"""Columns as offices keep them, made up: each cell as it is spelled, and what it means."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tests.benchmarks.generated_parts import Habits, Made, is_twofold, signed, spelled
from tests.benchmarks.tongues.others import JAPANESE

MISSING = ("", "", "", "", "-", "n/a", "N/A", "NULL", "k.A.", "?", "#N/A", "NA", "nan", "–", ".", "--")
_ERRORS = ("#DIV/0!", "#N/A", "#REF!", "#VALUE!")
_REMARKS = ("ca. 50", "see note", "siehe Anlage", "xxx", "pending", "5 or 6")


def _amounts(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    draw = {"amount": (4.5, 1.6, 2), "count": (3.0, 2.2, 0), "measure": (2.0, 1.3, chance.choice((1, 2, 3)))}
    middle, spread, digits = draw[kind]
    minus = kind == "amount" and chance.random() < 0.3
    values = []
    for _ in range(rows):
        size = round(chance.lognormvariate(middle, spread), digits)
        values.append(-size if minus and size and chance.random() < 0.2 else size)
    bare = [spelled(value, digits, habits) for value in values]
    money = habits.money if kind == "amount" else ""
    texts = [
        signed(money.format(text) if money else text, value, habits)
        for text, value in zip(bare, values, strict=True)
    ]
    signs = [sign for sign in (habits.decimal, habits.group) if sign in (".", ",")]
    twofold = any(is_twofold(bare, sign) for sign in signs)
    proves = any(not is_twofold(bare, sign) and any(sign in cell for cell in bare) for sign in signs)
    return Made(
        kind=kind,
        name=habits.tongue.headings[kind],
        type="number",
        cells=tuple(texts),
        values=tuple(values),
        twofold=twofold,
        proves="decimal" if proves and not twofold else "",
        has_money=bool(money),
    )


def _shares(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    digits = chance.choice((0, 1, 2))
    whole = [round(min(100.0, chance.gammavariate(2, 9)), digits) for _ in range(rows)]
    if not habits.percent:
        values = [round(value / 100, 4) for value in whole]
        cells = [spelled(value, 4, habits) for value in values]
    else:
        values = whole
        cells = [habits.percent.format(spelled(value, digits, habits)) for value in values]
    return Made(
        kind=kind,
        name=habits.tongue.headings[kind],
        type="number",
        cells=tuple(cells),
        values=tuple(values),
        percent="%" in habits.percent,
        proves="decimal" if digits or not habits.percent else "",
    )


def _years(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    values = [float(chance.randint(2012, 2024)) for _ in range(rows)]
    return Made(
        kind=kind,
        name=habits.tongue.headings[kind],
        type="number",
        values=tuple(values),
        cells=tuple(f"{value:.0f}" for value in values),
    )


def row_numbers(chance: random.Random, name: str, rows: int) -> Made:
    """Return a running number, which is a number or names the rows: both are right."""
    first = chance.choice((1, 1, 1, 1001, 20240001))
    values = [float(first + row) for row in range(rows)]
    return Made(
        kind="row",
        name=name,
        type="number",
        also=("text",),
        values=tuple(values),
        cells=tuple(f"{value:.0f}" for value in values),
    )


def _dates(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    first, days = datetime(chance.randint(1996, 2023), 1, 1), chance.choice((12, 90, 400, 2000))  # noqa: DTZ001 - as files have them
    moments = [first + timedelta(days=chance.randrange(days)) for _ in range(rows)]
    if kind == "moment":
        moments = [moment + timedelta(minutes=chance.randrange(1440)) for moment in moments]
    cells = tuple(dated(moment, habits, with_time=kind == "moment") for moment in moments)
    parts = [(moment.day, moment.month) for moment in moments]
    is_slashed = habits.date in ("slash", "dash")
    return Made(
        kind=kind,
        name=habits.tongue.headings[kind],
        type="date",
        cells=cells,
        values=tuple(moments),
        also=("text",) if habits.tongue is JAPANESE and habits.date == "named" else (),
        twofold=is_slashed
        and all(day <= 12 for day, _ in parts)
        and any(day != month for day, month in parts),
        proves="dates" if is_slashed and any(day > 12 for day, _ in parts) else "",
    )


def dated(moment: datetime, habits: Habits, *, with_time: bool) -> str:
    """Return a day as it is written there."""
    year = f"{moment.year % 100:02}" if habits.short_year else str(moment.year)
    day, month = f"{moment.day:02}", f"{moment.month:02}"
    time = f" {moment:%H:%M}" if with_time else ""
    if habits.date == "iso":
        return f"{moment:%Y-%m-%d}{time}"
    if habits.date == "dots":
        return f"{day}.{month}.{year}{time}"
    if habits.date == "year":
        return f"{moment:%Y/%m/%d}{time}"
    if habits.date == "named":
        words = habits.tongue.months[moment.month - 1]
        return habits.tongue.named_date.format(d=moment.day, month=words, y=moment.year) + time
    sign = "/" if habits.date == "slash" else "-"
    first, second = (day, month) if habits.day_first else (month, day)
    return sign.join((first, second, year)) + time


def _words(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    tongue = habits.tongue
    choices = {"person": tongue.people, "town": tongue.towns, "goods": tongue.goods, "state": tongue.states}
    drawn = [chance.choice(choices.get(kind, tongue.notes)) for _ in range(rows)]
    return _texts(kind, habits, drawn)


def _texts(kind: str, habits: Habits, cells: Sequence[str]) -> Made:
    return Made(
        kind=kind, name=habits.tongue.headings[kind], type="text", cells=tuple(cells), values=tuple(cells)
    )


def _zips(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    cells = [_digits(chance, habits.tongue.zips) for _ in range(rows)]
    cells[rows // 2] = "0" + cells[rows // 2][1:]  # at least one that a number would spoil
    return _texts(kind, habits, cells)


def _digits(chance: random.Random, shape: str) -> str:
    return "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in shape)


def _phones(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    usual = ("+49 89 ######", "0171-#######", "(555) ###-####", "+33 1 ## ## ## ##", "0##/######")
    shape = "6## ### ###" if chance.random() < 0.04 else chance.choice(usual)
    return _texts(kind, habits, [_digits(chance, shape) for _ in range(rows)])


def _codes(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    usual = ("A-####", "##-####", "00####", "KX###B", "####/##", "0##.##.#", "#######000#")
    shape = "###E#" if chance.random() < 0.02 else chance.choice(usual)
    cells = [_digits(chance, shape) for _ in range(rows)]
    return _texts(kind, habits, cells)


def _long(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    shape = chance.choice(
        ("DE## #### #### #### #### ##", "4###############", "98##################", "CH##0023######")
    )
    return _texts(kind, habits, [_digits(chance, shape) for _ in range(rows)])


def _yes_no(chance: random.Random, habits: Habits, rows: int, kind: str) -> Made:
    pair = chance.choice(habits.tongue.yes_no)
    cells = [pair[chance.random() < 0.3] for _ in range(rows)]
    cells[:2] = pair[: len(cells)]  # both words are there
    made = _texts(kind, habits, cells)
    return replace(made, type="yes/no", also=("text",) if habits.tongue is JAPANESE else ())


_Maker = Callable[[random.Random, Habits, int, str], Made]
_WORDS: dict[str, _Maker] = dict.fromkeys(("person", "town", "goods", "state", "note"), _words)
MAKERS: dict[str, _Maker] = {
    **_WORDS,
    "amount": _amounts,
    "count": _amounts,
    "measure": _amounts,
    "share": _shares,
    "year": _years,
    "date": _dates,
    "moment": _dates,
    "zip": _zips,
    "phone": _phones,
    "code": _codes,
    "long": _long,
    "yes": _yes_no,
}


def with_holes(chance: random.Random, made: Made, habits: Habits) -> Made:
    """Return the column with some cells empty, or holding a mark for that."""
    if made.kind == "row" or not habits.holes:
        return made
    rows = range(2, len(made.cells))  # the first two stay, so that no column is empty
    empty = frozenset(row for row in rows if chance.random() < habits.holes)
    mark = habits.missing
    if made.type == "number" and chance.random() < 0.1:
        mark = chance.choice(_ERRORS)
    return replace(
        made,
        cells=tuple(mark if row in empty else cell for row, cell in enumerate(made.cells)),
        values=tuple(None if row in empty else value for row, value in enumerate(made.values)),
        marks=empty,
    )


def with_remarks(chance: random.Random, made: Made) -> Made:
    """Return a column of numbers in which somebody wrote words into a cell or two."""
    if made.type != "number" or len(made.cells) < 40:
        return made
    rows = frozenset(chance.sample(range(2, len(made.cells)), 2))
    remark = chance.choice(_REMARKS)
    return replace(
        made,
        cells=tuple(remark if row in rows else cell for row, cell in enumerate(made.cells)),
        values=tuple(None if row in rows else value for row, value in enumerate(made.values)),
        marks=made.marks | rows,
        is_odd=True,
        may_ask=True,
    )
