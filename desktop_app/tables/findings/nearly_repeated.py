"""Rows that are the same as another but for one cell that hardly differs: one of both may be a slip of a key.

Hardly: one letter of a word, or one unit of the last digit. They are told from chance as rows that repeat
are: such pairs are most of those that agree in all other columns, far fewer would agree so if the columns had
nothing to do with each other, and they are few among all rows, since slips are.
"""

import re
from collections.abc import Iterator

from desktop_app.records.oddness import NearlySame, NearPair
from desktop_app.records.tables import Column
from desktop_app.tables.findings.repeated_rows import BY_CHANCE, FEWEST_ROWS, SURELY, by_chance
from desktop_app.tables.findings.stored_rows import StoredRows, shown
from desktop_app.tables.stored.cells import cells_of

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 200
_MOST_CELLS = 20_000_000
_MOST_PAIRS = 10_000  # that agree in all columns but one
_MOST_OF_ALL = 0.05  # of the rows; more is how the table is made
_FEWEST_LETTERS = 5  # of a word: shorter ones that differ by a letter are often two, as LXI and VXI
_FEWEST_DIGITS, _FEWEST_WHOLE = 4, 5  # of numbers, and of whole ones: 2024 and 2025 are two years
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")

_KEYED = "CREATE OR REPLACE TEMP TABLE keyed AS SELECT row, {hashes}, {whole} AS whole FROM rows"
_AGREE = (
    "SELECT coalesce(sum(n * (n - 1) / 2), 0)::BIGINT FROM (SELECT count(*) AS n FROM keyed GROUP BY {key})"
)
_DIFFER = """
SELECT a.row, b.row FROM keyed a JOIN keyed b ON xor(a.whole, a.h{at}) = xor(b.whole, b.h{at})
WHERE a.row < b.row AND a.h{at} <> b.h{at} ORDER BY a.row, b.row
"""


def nearly_repeated(rows: StoredRows, most: int) -> NearlySame | None:
    """Return the pairs of rows that are the same but for one cell that hardly differs, the first *most* told.

    Columns that tell each row apart do not count. None where there are none, or chance may have made them.
    """
    columns = tuple(column for column in rows.table.all_columns if column.distinct < rows.table.rows)
    is_small = rows.table.rows * len(columns) <= _MOST_CELLS
    is_wide_enough = _FEWEST_COLUMNS <= len(columns) <= _MOST_COLUMNS
    if rows.table.rows < FEWEST_ROWS or not is_small or not is_wide_enough:
        return None
    hashes = [f"hash(r{column.position}, {column.position})" for column in columns]
    named = ", ".join(f"{one} AS h{column.position}" for one, column in zip(hashes, columns, strict=True))
    whole = hashes[0]
    for one in hashes[1:]:
        whole = f"xor({whole}, {one})"
    rows.ask(_KEYED.format(hashes=named, whole=whole), columns)
    equal = _agree(rows, "whole")
    found = sorted(
        (pair for column in columns for pair in _of_column(rows, columns, column, equal)),
        key=lambda pair: pair.row,
    )
    return NearlySame(count=len(found), pairs=tuple(found[:most])) if found else None


def _of_column(
    rows: StoredRows, columns: tuple[Column, ...], column: Column, equal: int
) -> Iterator[NearPair]:
    """Yield the pairs that agree in all columns but this one; *equal* pairs agree in it, too."""
    at = column.position
    nearly = _agree(rows, f"xor(whole, h{at})")
    if not 0 < nearly - equal <= _MOST_PAIRS:
        return
    pairs = rows.duck.execute(_DIFFER.format(at=at)).fetchall()
    source = cells_of(rows.folder, [column], sorted({row for pair in pairs for row in pair}))
    texts = dict(rows.duck.execute(f"SELECT row, r{at} FROM {source.sql}", [*source.bound]).fetchall())  # noqa: S608 - our names
    near = [(one, other) for one, other in pairs if hardly_differ(texts[one], texts[other])]
    others = tuple(one for one in columns if one is not column)
    if by_chance(others, rows.table.rows) > BY_CHANCE * len(near) or len(near) + equal < SURELY * nearly:
        return
    if len(near) > max(1.0, _MOST_OF_ALL * rows.table.rows):
        return
    for one, other in near:
        value, another = shown([texts[one], texts[other]])
        yield NearPair(row=one, other=other, column=column.name, value=value, other_value=another)


def _agree(rows: StoredRows, key: str) -> int:
    """Return how many pairs of rows agree in a key."""
    found = rows.duck.execute(_AGREE.format(key=key)).fetchall()
    return int(found[0][0])


def hardly_differ(one: str | None, other: str | None) -> bool:
    """Return whether two cells differ by one letter, two that changed places, or a unit of the last digit."""
    if one is None or other is None:
        return False
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return _is_next(one, other)
    words, others = one.split(), other.split()
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return False
    word, another = differing[0]
    is_long = min(len(word), len(another)) >= _FEWEST_LETTERS
    return is_long and re.findall(r"\d", word) == re.findall(r"\d", another) and _is_slip(word, another)


def _is_next(one: str, other: str) -> bool:
    ends = [re.split("[.,]", text)[1:] for text in (one, other)]
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    is_alike = [*map(len, ends[0])] == [*map(len, ends[1])] and one[0].isdigit() == other[0].isdigit()
    fewest = _FEWEST_DIGITS if ends[0] else _FEWEST_WHOLE
    return is_alike and min(map(len, digits)) >= fewest and abs(int(digits[0]) - int(digits[1])) == 1


def _is_slip(one: str, other: str) -> bool:
    """Return whether one letter is another, is too many or lacks, or changed places with its neighbour."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return abs(len(one) - len(other)) == 1
    left, right = one[same:], other[same:]
    is_swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return is_swapped or left[1:] == right[1:] or left == right[1:] or left[1:] == right
