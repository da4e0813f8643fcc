"""The record of a table, from what was found out about each of its columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.records.notices import Notice, about, first_few
from desktop_app.records.tables import Column
from desktop_app.tables.columns.id_names import names_things
from desktop_app.tables.columns.studying import Studied
from desktop_app.tables.columns.telling import about_column, about_questions, about_writing
from desktop_app.tables.columns.wished import wish_text

_NEARLY_EMPTY = 0.95  # of the rows
_LONGEST_LIST = 20  # of names or marks in one sentence
_FEWEST_THINGS = 50  # that an id which repeats tells apart: fewer may be kinds
_MOST_ROWS_OF_EACH = 10  # on average
_LONGEST_ID = 60  # letters


def columns_of(studied: Sequence[Studied], rows: int) -> tuple[Column, ...]:
    """Return the columns of a table of *rows* rows, in their order."""
    return tuple(_column(position, column, rows) for position, column in enumerate(studied))


def readings_of(studied: Sequence[Studied]) -> dict[str, str]:
    """Return how columns are written, where that is not plain, and what was decided to be missing in them."""
    readings: dict[str, str] = {}
    for column in studied:
        missing = column.wish.missing if column.wish else ()
        if column.reading.written or missing:
            readings[column.in_file] = wish_text(column.reading.written or column.reading.type, missing)
    return readings


def notices_of(studied: Sequence[Studied], rows: int, *, has_names: bool) -> tuple[Notice, ...]:
    """Return what is said about the columns: changed names, how they are written, what is read as empty.

    Where the file *has_names* not, none of them was changed.
    """
    return (
        *(_names(studied) if has_names else ()),
        *about_writing(studied),
        *_missing(studied),
        *(notice for column in studied for notice in about_column(column, rows)),
        *about_questions(studied),
    )


def _column(position: int, column: Studied, rows: int) -> Column:
    profile, amounts = column.profile, column.profile.amounts
    described = Column(
        name=column.name,
        type=column.reading.type,
        position=position,
        missing=rows - profile.filled,
        distinct=profile.distinct,
        examples=column.examples,
        top_values=profile.top_values,
        bars=profile.bars,
        notes=tuple(_notes(column, rows)),
        unit=column.reading.unit,
        heading=column.heading,
        as_read=column.reading.as_read,
    )
    if amounts is None:
        return described
    is_number = column.reading.type == "number"
    return replace(
        described,
        whole=is_number and amounts.whole,
        decimals=0 if amounts.whole else amounts.decimals,
        minimum=amounts.minimum,
        maximum=amounts.maximum,
        low=amounts.low,
        median=amounts.median,
        high=amounts.high,
    )


def _notes(column: Studied, rows: int) -> Iterator[Notice]:
    """Yield why a column can hardly help to predict anything."""
    name, profile = column.name, column.profile
    missing = rows - profile.filled
    if missing >= _NEARLY_EMPTY * rows:
        yield about(name, "find.empty_column", count=missing, rows=rows)
    elif profile.distinct == 1 and not missing and rows > 1:
        yield about(name, "find.constant", value=profile.top_values[0].label)
    elif column.reading.type == "id":
        yield about(name, "find.id")
    elif _repeats_as_id(column):
        yield about(name, "find.repeated_id", count=profile.distinct, rows=profile.filled)
    yield from about_column(column, rows)


def _repeats_as_id(column: Studied) -> bool:
    """Return whether a column names things that stand in several rows, such as the number of a customer.

    Its heading must say so, it must tell many things apart, and there must be few rows of each: a number of
    a customer with a thousand rows each may well be learned from, and so may a kind.
    """
    profile, kind = column.profile, column.reading.type
    if kind not in ("category", "text", "number") or not names_things(column.in_file):
        return False
    if kind == "number" and (profile.amounts is None or not profile.amounts.whole):
        return False
    are_many = profile.distinct >= _FEWEST_THINGS
    is_short = all(len(example) <= _LONGEST_ID for example in column.examples)
    return are_many and is_short and profile.filled <= _MOST_ROWS_OF_EACH * profile.distinct


def _names(studied: Sequence[Studied]) -> Iterator[Notice]:
    names = [column.name for column in studied if column.is_named_by_us and not column.heading]
    if names:
        shown = first_few(names, _LONGEST_LIST)
        yield Notice(code="import.names_changed", values={"count": len(names), "names": shown})


def _missing(studied: Sequence[Studied]) -> Iterator[Notice]:
    marks: Counter[str] = Counter()
    for column in studied:
        for spelling, cells in column.reading.missing.items():
            marks[spelling.strip()] += cells
    marks = +marks  # but for those in rows that are left out
    del marks[""]  # a cell of blanks is as empty to everybody
    if marks:
        yield Notice(
            code="import.missing_marks",
            values={
                "cells": marks.total(),
                "marks": [mark for mark, _cells in marks.most_common(_LONGEST_LIST)],
            },
            columns=tuple(column.name for column in studied if any(column.reading.missing.values()))[
                :_LONGEST_LIST
            ],
        )
