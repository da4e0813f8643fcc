"""What a person would wonder about: a column that looks like numbers or dates and stays text."""

from desktop_app.records.notices import Level, Notice, Value, about
from desktop_app.tables.columns.facts import DAYS, NAMES, NEARLY_ALL, NUMBERS, Facts
from desktop_app.tables.columns.senses import mixed_units

_NOT_NUMBERS = (
    ("zeros", "import.kept_text"),
    ("phone", "import.kept_digits"),
    ("long", "import.kept_digits"),
    ("triple", "import.kept_digits"),
)
# What is not certain in them comes first.
_AMOUNTS = ("comma3", "amount_point3", "point3", "amount_comma", "amount_point", "amount", "triple")
_DAYS = ("twofold", "mdy", "dmy", "ymd2", "zoned", "day", "same", "dotted", "named", "ymd")
_ABOUT_DAYS = ("import.kept_days", "import.kept_dates")
MOST_SHOWN = 5  # values


def remarks(name: str, facts: Facts, rows: int) -> tuple[Notice, ...]:
    """Return why the column of that name is read as words; nothing where it obviously holds some."""
    if facts.share("measured", *NUMBERS) >= NEARLY_ALL and (units := about_mixed_units(name, facts)):
        return units
    if found := _look_alike(facts):
        kind, code = found
        level: Level = "caution" if code in _ABOUT_DAYS else "note"
        return (about(name, code, level, example=facts.examples[kind][0]),)
    for kinds, code in ((NUMBERS, "find.kept_text"), (DAYS, "find.kept_text_dates")):
        if facts.share(*kinds) >= NEARLY_ALL:
            odd = [value for kind, some in facts.examples.items() if kind not in kinds for value in some]
            count = facts.values - facts.of(kinds)
            return (about(name, code, "caution", count=count, rows=rows, values=odd[:MOST_SHOWN]),)
    return ()


def about_mixed_units(name: str, facts: Facts, *, as_asked: bool = False) -> tuple[Notice, ...]:
    """Return that a column mixes units, and is read as numbers all the same where *as_asked*."""
    units = mixed_units(facts)
    if not units:
        return ()
    (unit_a, count_a), (unit_b, count_b) = units
    values: dict[str, Value] = {"count_a": count_a, "count_b": count_b}
    values |= {"unit_a": unit_a or "–", "unit_b": unit_b or "–"}
    are_measures = "measured" in facts.cells and unit_a and unit_b
    code = "find.units_as_asked" if as_asked else "find.measures" if are_measures else "find.units"
    return (about(name, code, "caution", **values),)


def about_days(name: str, facts: Facts) -> tuple[Notice, ...]:
    """Return which rules were needed to read the days of the column of that name."""
    notices = []
    if zoned := facts.examples.get("zoned"):
        notices.append(about(name, "import.zones", example=zoned[0]))
    if facts.short.cells:
        notices.append(about(name, "import.short_years"))
    return tuple(notices)


def about_other(name: str) -> Notice:
    """Return that the column of that name is not written as was asked for, and not read so."""
    return about(name, "import.written_otherwise", "caution")


def telling_example(facts: Facts) -> str:
    """Return a frequent value that shows best how numbers or days are written; empty where all are plain."""
    return next((facts.examples[kind][0] for kind in (*_AMOUNTS, *_DAYS) if kind in facts.examples), "")


def _look_alike(facts: Facts) -> tuple[str, str] | None:
    """Return the kind of value that keeps a column of numbers or dates from being one, and how to say so."""
    kinds = facts.cells.keys()
    if kinds <= NUMBERS | NAMES:
        names = next(((kind, code) for kind, code in _NOT_NUMBERS if kind in kinds), None)
        return names or next(((kind, "import.kept_amounts") for kind in _AMOUNTS if kind in kinds), None)
    if facts.share("day") > 1 - NEARLY_ALL and facts.share("day", *DAYS) >= NEARLY_ALL:
        return "day", "import.kept_days"
    if kinds <= DAYS:  # where few others are among them, those are said
        code = "import.kept_dates" if "twofold" in kinds else "import.kept_days"
        return next(((kind, code) for kind in _DAYS if kind in kinds), None)
    return None
