"""What all values of a column have in common: the ground on which its type is decided."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop_app.tables.marks import CODE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEARLY_ALL = 0.8  # of the values: the rest are worth a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One column; marks for "no value" are held apart from values, and all cells are counted."""

    cells: dict[str, int] = field(default_factory=dict)  # kind of value -> cells
    marks: dict[str, int] = field(default_factory=dict)  # spelling -> cells
    distinct: int = 0  # values
    longest: int = 0  # letters of the longest value
    shortest: int = 0
    minimum: float | None = None
    maximum: float | None = None
    is_whole: bool = False
    is_code: bool = False  # each value is one word of letters and digits
    is_short_code: bool = False  # each value is one to three capital letters
    examples: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # kind of value -> some, frequent first

    @property
    def values(self) -> int:
        """How many cells hold a value."""
        return sum(self.cells.values())

    def share(self, kind: str) -> float:
        """Return the share of one kind among the values."""
        return self.cells.get(kind, 0) / self.values if self.values else 0.0


_COUNTS = "SELECT col, kind, sum(n)::BIGINT FROM d WHERE kind <> 'mark' GROUP BY ALL ORDER BY ALL"
_MARKS = "SELECT col, value, n FROM d WHERE kind = 'mark' ORDER BY col, n DESC, value"
_SHAPES = """
SELECT col, count(*), max(length(value)), min(length(trim(value))), min(x), max(x),
    coalesce(bool_and(x = floor(x)) FILTER (kind = 'number'), false)
FROM d WHERE kind <> 'mark' GROUP BY col
"""
_CODES = """
SELECT col, bool_and(regexp_full_match(value, '[0-9]+|' ||
    '[\\p{L}0-9_.#-]*(?:\\p{L}[\\p{L}0-9_.#-]*[0-9]|[0-9][\\p{L}0-9_.#-]*\\p{L})[\\p{L}0-9_.#-]*'))
FROM d WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) GROUP BY col
"""
_SHORT_CODES = """
SELECT col, bool_and(regexp_full_match(value, '[A-Z]{1,3}'))
FROM d WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) GROUP BY col
"""
_EXAMPLES = """
SELECT col, kind, value FROM d WHERE kind <> 'mark' AND col IN (SELECT unnest(?))
QUALIFY row_number() OVER (PARTITION BY col, kind ORDER BY n DESC, value) <= 5
ORDER BY col, kind, n DESC, value
"""


def collect_facts(duck: "DuckDBPyConnection", positions: Iterable[int], rows: int) -> dict[int, Facts]:
    """Return the facts of the columns whose values are in the table `d`, by position."""
    cells, marks = _by_column(duck, _COUNTS), _by_column(duck, _MARKS)
    facts = {
        position: Facts(cells=cells.get(position, {}), marks=marks.get(position, {}))
        for position in positions
    }
    for position, distinct, longest, shortest, low, high, is_whole in duck.execute(_SHAPES).fetchall():
        facts[position] = replace(
            facts[position],
            distinct=distinct,
            longest=longest,
            shortest=shortest,
            minimum=low,
            maximum=high,
            is_whole=is_whole,
        )
    return _with_codes(duck, _with_examples(duck, facts), rows)


def _by_column(duck: "DuckDBPyConnection", query: str) -> dict[int, dict[str, int]]:
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for position, key, count in duck.execute(query).fetchall():
        found[position][key] = count
    return found


def _with_codes(duck: "DuckDBPyConnection", facts: dict[int, Facts], rows: int) -> dict[int, Facts]:
    """Say of the columns for which it matters whether they hold codes."""
    unique = [position for position, fact in facts.items() if fact.distinct == fact.values == rows]
    unclear = [
        position for position, fact in facts.items() if any(_is_code_mark(mark) for mark in fact.marks)
    ]
    for position, is_code in _asked(duck, _CODES, unique):
        facts[position] = replace(facts[position], is_code=is_code)
    for position, is_code in _asked(duck, _SHORT_CODES, unclear):
        facts[position] = replace(facts[position], is_short_code=is_code)
    return facts


def _with_examples(duck: "DuckDBPyConnection", facts: dict[int, Facts]) -> dict[int, Facts]:
    """Show the values of the columns of which something has to be said."""
    wanted = [position for position, fact in facts.items() if fact.values and _is_worth_a_look(fact)]
    examples: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for position, kind, value in _asked(duck, _EXAMPLES, wanted):
        examples[position][kind].append(value)
    for position, kinds in examples.items():
        shown = {kind: tuple(values) for kind, values in kinds.items()}
        facts[position] = replace(facts[position], examples=shown)
    return facts


def _is_worth_a_look(fact: Facts) -> bool:
    is_pure = len(fact.cells) == 1 and not fact.cells.keys().isdisjoint(("number", "iso", "dmy"))
    return fact.distinct == 2 or (not is_pure and fact.share("word") <= 1 - NEARLY_ALL)


def _asked(duck: "DuckDBPyConnection", query: str, positions: list[int]) -> list[tuple[Any, ...]]:
    return duck.execute(query, [positions]).fetchall() if positions else []


def _is_code_mark(mark: str) -> bool:
    return mark.strip().lower() == CODE
