"""Columns that hold data of single people, which a model that uses them would carry in its file.

A model file names every kind of a category and the frequent words of a text, and the ends of numbers. What
proves itself (an address of mail, a number with a checksum) counts by its cells; all else needs a heading
that says so and cells that look so.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.checksums import (
    OF_THEMSELVES,
    WITH_A_HEADING,
    is_card,
    is_iban,
    is_ssn,
    plain,
)
from desktop_app.tables.findings.headings import has_word
from desktop_app.tables.findings.people import are_addresses, are_names, may_name_people
from desktop_app.tables.findings.stored_rows import StoredRows, finding, shown
from desktop_app.tables.findings.word_lists import PHONES, STATE_NUMBERS

_MOSTLY = 0.8  # of the cells
_FEWEST_CELLS, _FEWEST_DIFFERENT = 3, 3
_MAIL = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,190}\.[A-Za-z]{2,24}")
_PHONE = re.compile(r"(?:\+|00|0|\()?[0-9][0-9 ()/.\-]{5,20}[0-9]")
# What proves itself, cell by cell.
_PROVEN: dict[str, tuple[Callable[[str], bool], ...]] = {
    "mail": (lambda cell: bool(_MAIL.fullmatch(cell)),),
    "account": (lambda cell: is_iban(plain(cell)),),
    "card": (lambda cell: is_card(plain(cell)),),
    "number": (is_ssn, *(lambda cell, is_one=test: is_one(plain(cell)) for test in OF_THEMSELVES)),
}


def personal_data(rows: StoredRows) -> Iterator[Notice]:
    """Yield which columns hold names, addresses or numbers of people."""
    for column in rows.table.columns:
        if column.distinct < _FEWEST_DIFFERENT or column.type in ("date", "yes/no") or not _may_be(column):
            continue
        cells = rows.some_cells(column)
        kind = _kind_of(column, cells) if len(cells) >= _FEWEST_CELLS else ""
        if kind:
            yield finding(
                "find.personal",
                (column,),
                what=kind,
                count=column.distinct,
                values=shown(column.examples),
            )


def _may_be(column: Column) -> bool:
    """Return whether heading and examples leave it open, which are known without reading any row."""
    heading = column.in_file
    if has_word(heading, PHONES | STATE_NUMBERS) or may_name_people(heading):
        return True
    tests = [test for some in _PROVEN.values() for test in some]
    return any(test(example.strip()) for example in column.examples for test in tests)


def _kind_of(column: Column, cells: Sequence[str]) -> str:
    """Return what a column holds of people; nothing where that is not certain."""
    heading = column.in_file
    for kind, tests in _PROVEN.items():
        if any(_are(cells, test) for test in tests):
            return kind
    if has_word(heading, STATE_NUMBERS) and any(
        _are([plain(cell) for cell in cells], test) for test in WITH_A_HEADING
    ):
        return "number"
    if has_word(heading, PHONES) and _are(cells, _is_phone):
        return "phone"
    if are_addresses(heading, cells, column.distinct):
        return "address"
    return "name" if are_names(heading, cells, column.distinct) else ""


def _are(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, cells)) >= _MOSTLY * len(cells)


def _is_phone(cell: str) -> bool:
    return bool(_PHONE.fullmatch(cell)) and 7 <= sum(letter.isdigit() for letter in cell) <= 15
