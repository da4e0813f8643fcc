"""SQL for what a cell means: a number or a moment, from its text."""

from typing import NamedTuple

from desktop_app.tables.formulas import NUMBER

BLANKS = " \t\u00a0"  # around a value they say nothing
DMY_FORMATS = ["%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S"]

_TIME = "[0-9]{1,2}:[0-9]{2}"
_EXACT_TIME = rf"{_TIME}(?::[0-9]{{2}}(?:\.[0-9]{{1,9}})?)?"
_YEAR_FIRST = "[1-9][0-9]{3}(?:-[0-9]{1,2}-|/[0-9]{1,2}/)[0-9]{1,2}"
ISO = rf"{_YEAR_FIRST}(?:[ T]{_EXACT_TIME})?(?:Z|\+00:?00)?"
ELSEWHERE = rf"{_YEAR_FIRST}[ T]{_EXACT_TIME}[+-][0-9]{{2}}(?::?[0-9]{{2}})?"  # in another zone's time
DMY = rf"[0-9]{{1,2}}\.[0-9]{{1,2}}\.[1-9][0-9]{{3}}(?: {_TIME}(?::[0-9]{{2}})?)?"


class Meaning(NamedTuple):
    """An SQL expression, and the values that its question marks stand for."""

    sql: str
    bound: tuple[object, ...] = ()


def number(cell: str) -> Meaning:
    """Return the number in a cell that is known to hold one, or nothing."""
    return Meaning(f"TRY_CAST(trim({cell}, ?) AS DOUBLE)", (BLANKS,))


def date(cell: str, dates: str) -> Meaning:
    """Return the moment in a cell that is known to hold one written so (iso or dmy), or nothing."""
    if dates == "iso":
        return Meaning(f"TRY_CAST(trim({cell}, ?) AS TIMESTAMP)", (BLANKS,))
    return Meaning(f"try_strptime(trim({cell}, ?), ?)", (BLANKS, DMY_FORMATS))


def number_in_any(cell: str) -> Meaning:
    """Return the number in a cell that may hold anything; NULL where it is none."""
    value = number(cell)
    finite = f"isfinite({value.sql})"
    return Meaning(
        f"CASE WHEN regexp_full_match(trim({cell}, ?), ?) AND {finite} THEN {value.sql} END",
        (BLANKS, NUMBER, *value.bound, *value.bound),
    )


def date_in_any(cell: str) -> Meaning:
    """Return the moment in a cell that may hold anything; NULL where it is none."""
    iso, dmy = date(cell, "iso"), date(cell, "dmy")
    return Meaning(
        f"CASE WHEN regexp_full_match(trim({cell}, ?), ?) THEN {iso.sql}"
        f" WHEN regexp_full_match(trim({cell}, ?), ?) THEN {dmy.sql} END",
        (BLANKS, ISO, *iso.bound, BLANKS, DMY, *dmy.bound),
    )


def unless_missing(cell: str, meaning: Meaning, marks: tuple[str, ...]) -> Meaning:
    """Return the meaning, or NULL where the cell is one of the spellings of "no value"."""
    if not marks:
        return meaning
    return Meaning(
        f"CASE WHEN list_contains(?, {cell}) THEN NULL ELSE {meaning.sql} END", ([*marks], *meaning.bound)
    )
