"""What a person would wonder about: a column that looks like numbers or dates and stays text."""

from desktop_app.records.notices import Notice, Value
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
        return (_note(code, name, facts.examples[kind][0], is_caution=code in _ABOUT_DAYS),)
    for kinds, code in ((NUMBERS, "find.kept_text"), (DAYS, "find.kept_text_dates")):
        if facts.share(*kinds) >= NEARLY_ALL:
            odd = [value for kind, some in facts.examples.items() if kind not in kinds for value in some]
            count = facts.values - facts.of(kinds)
            values: dict[str, Value] = {"column": name, "count": count, "rows": rows}
            values["values"] = odd[:MOST_SHOWN]
            return (Notice(code=code, values=values, columns=(name,), level="caution"),)
    return ()


def about_mixed_units(name: str, facts: Facts, *, as_asked: bool = False) -> tuple[Notice, ...]:
    """Return that a column mixes units, and is read as numbers all the same where *as_asked*."""
    units = mixed_units(facts)
    if not units:
        return ()
    (unit_a, count_a), (unit_b, count_b) = units
    values: dict[str, Value] = {"column": name, "count_a": count_a, "count_b": count_b}
    values |= {"unit_a": unit_a or "–", "unit_b": unit_b or "–"}
    are_measures = "measured" in facts.cells and unit_a and unit_b
    code = "find.units_as_asked" if as_asked else "find.measures" if are_measures else "find.units"
    return (Notice(code=code, values=values, columns=(name,), level="caution"),)


def about_days(name: str, facts: Facts) -> tuple[Notice, ...]:
    """Return which rules were needed to read the days of the column of that name."""
    notices = []
    if zoned := facts.examples.get("zoned"):
        notices.append(_note("import.zones", name, zoned[0]))
    if facts.short.cells:
        notices.append(Notice(code="import.short_years", values={"column": name}, columns=(name,)))
    return tuple(notices)


def about_other(name: str) -> Notice:
    """Return that the column of that name is not written as was asked for, and not read so."""
    return Notice(code="import.written_otherwise", values={"column": name}, columns=(name,), level="caution")


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


def _note(code: str, name: str, example: str, *, is_caution: bool = False) -> Notice:
    values: dict[str, Value] = {"column": name, "example": example}
    return Notice(code=code, values=values, columns=(name,), level="caution" if is_caution else "note")
