"""SQL that writes typed cells as a person would: exact, without endings that say nothing."""

import re
from dataclasses import dataclass
from typing import Literal

from desktop_app.tables.raw import Given

Trait = Literal["", "whole", "float", "day", "moment", "zoned", "bytes", "nested", "any"]

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER")
_TRAITS: dict[str, Trait] = {
    **dict.fromkeys(("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM", "DECIMAL"), "whole"),
    **dict.fromkeys(("FLOAT", "DOUBLE"), "float"),
    **dict.fromkeys(("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"), "moment"),
    **dict.fromkeys(("STRUCT", "MAP", "UNION"), "nested"),
    "DATE": "day",
    "TIMESTAMP WITH TIME ZONE": "zoned",
    "BLOB": "bytes",
    "VARIANT": "any",
}
_MOST_DIGITS = 15  # that a number keeps
_CONTROLS = r"[\x00-\x08\x0e-\x1f]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the cells of one column are like, all of them."""

    odd: int = 0  # NaN, endless numbers and days, bytes that are no text
    is_plain: bool = True  # no number too long to keep, no moment within a day


def trait_of(type_: str) -> Trait:
    """Return what has to be found out about a column of DuckDB's type, and how it is written."""
    return "nested" if type_.endswith("]") else _TRAITS.get(type_.partition("(")[0], "")


def odd_cells(cell: str, trait: Trait) -> str:
    """Return the aggregate that counts the cells which cannot be written."""
    match trait:
        case "float" | "day" | "moment" | "zoned":
            return f"count(*) FILTER (NOT isfinite({cell}))"
        case "bytes":
            text = f"TRY(decode({cell}))"
            return (
                f"count(*) FILTER ({cell} IS NOT NULL "
                f"AND coalesce({text} IS NULL OR regexp_matches({text}, '{_CONTROLS}'), true))"
            )
        case _:
            return "0"


def plain_cells(cell: str, type_: str) -> str:
    """Return the aggregate that says whether all cells are plain: `Facts.is_plain`."""
    trait = trait_of(type_)
    match trait:
        case "whole":
            most = 10 ** (_MOST_DIGITS - _decimals(type_))
            return f"coalesce(max({cell}) < {most} AND min({cell}) > -{most}, true)"
        case "moment" | "zoned":
            moment = _in_utc(cell, trait)
            return (
                f"coalesce(bool_and({moment} = date_trunc('day', {moment})) FILTER (isfinite({cell})), true)"
            )
        case _:
            return "true"


def _decimals(type_: str) -> int:
    """Return how many digits after the point a type has, as far as they count."""
    found = re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", type_)
    return min(_MOST_DIGITS, int(found[1])) if found else 0


def cell_text(cell: str, type_: str, facts: Facts) -> str:
    """Return the expression of a cell's text; NULL where it is empty or cannot be written."""
    trait = trait_of(type_)
    match trait:
        case "float":
            is_whole = f"{cell} = trunc({cell}) AND abs({cell}) < 1e16"
            written = f"WHEN {is_whole} THEN {cell}::BIGINT::VARCHAR ELSE {cell}::VARCHAR"
            text = f"CASE WHEN NOT isfinite({cell}) THEN NULL {written} END"
        case "day" | "moment" | "zoned":
            moment = _in_utc(cell, trait) + ("::DATE" if facts.is_plain else "")
            text = f"CASE WHEN isfinite({cell}) THEN ({moment})::VARCHAR END"
        case "bytes":
            text = f"nullif(decode({cell}), '')"
        case "nested":
            text = f"to_json({cell})::VARCHAR"
        case "any":  # one value of its own kind in each cell
            whole = f"to_json({cell})::VARCHAR"
            text = f"CASE WHEN left({whole}, 1) IN ('{{', '[') THEN {whole} ELSE {cell}::VARCHAR END"
        case _:
            text = f"nullif({cell}::VARCHAR, '')"
    return text


def given_of(type_: str, facts: Facts) -> Given:
    """Return what the type says of the cells; text may be anything."""
    trait = trait_of(type_)
    if type_ in _WHOLE or trait == "float" or (trait == "whole" and facts.is_plain):
        return "number"
    if trait in ("day", "moment", "zoned"):
        return "date"
    if type_ == "BOOLEAN":
        return "yes/no"
    return "words" if trait == "nested" or type_.startswith("ENUM") else ""


def _in_utc(cell: str, trait: Trait) -> str:
    return f"({cell} AT TIME ZONE 'UTC')" if trait == "zoned" else cell
