"""What each column of a file is: its type, what counts as empty in it, and its profile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.tables.column_types import Reading, read_column
from desktop_app.tables.distincts import batches, collect
from desktop_app.tables.facts import Facts, collect_facts
from desktop_app.tables.names import told_apart
from desktop_app.tables.profiles import Profile, forget_missing, profile
from desktop_app.tables.raw import Raw

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIRST_ROWS = 200  # in which examples are looked for
_FIRST_CELLS = 200_000
_EXAMPLES = 5
_LONGEST_EXAMPLE = 200  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One column of a raw file, understood."""

    place: int  # in the raw file
    name: str
    is_named_by_us: bool
    reading: Reading
    profile: Profile
    examples: tuple[str, ...]


def study(duck: "DuckDBPyConnection", raw: Raw, say: Callable[[float], None]) -> tuple[Studied, ...]:
    """Return every column of a raw file but those that have neither a name nor a single cell.

    *say* is told which share of the columns is done.
    """
    names, changed = told_apart(raw.headings)
    renamed = frozenset(changed)
    columns: list[Studied] = []
    first = _first_cells(duck, raw)
    for batch in batches(len(names), raw.rows):
        collect(duck, raw.path, batch)
        facts = collect_facts(duck, batch, raw.rows)
        readings = {place: read_column(names[place], facts[place], raw.rows) for place in batch}
        profiles = _profiles(duck, readings, len(names))
        columns.extend(
            Studied(
                place=place,
                name=names[place],
                is_named_by_us=place in renamed,
                reading=readings[place],
                profile=profiles.get(place, Profile()),
                examples=_examples(first[place], readings[place], profiles.get(place, Profile())),
            )
            for place in batch
            if raw.headings[place].strip() or not _is_void(facts[place])
        )
        say(batch.stop / len(names))
    return tuple(columns)


def _profiles(duck: "DuckDBPyConnection", readings: Mapping[int, Reading], width: int) -> dict[int, Profile]:
    forget_missing(duck, {place: tuple(reading.missing) for place, reading in readings.items()})
    return profile(duck, {place: reading.type for place, reading in readings.items()}, width)


def _is_void(facts: Facts) -> bool:
    return not facts.values and not facts.marks


def _first_cells(duck: "DuckDBPyConnection", raw: Raw) -> list[tuple[str | None, ...]]:
    """Return the first cells of each column."""
    rows = max(_EXAMPLES, min(_FIRST_ROWS, _FIRST_CELLS // len(raw.headings)))
    found = duck.execute(
        "SELECT * FROM read_parquet(?, file_row_number = true) WHERE file_row_number < ?",
        [str(raw.path), rows],
    ).fetchall()
    return list(zip(*found, strict=True))


def _examples(cells: tuple[str | None, ...], reading: Reading, profile: Profile) -> tuple[str, ...]:
    """Return the first different values of a column; frequent ones where it begins empty."""
    values = [cell for cell in dict.fromkeys(cells) if cell is not None and cell not in reading.missing]
    values = values or [bar.label for bar in profile.top_values]
    return tuple(value[:_LONGEST_EXAMPLE] for value in values[:_EXAMPLES])
