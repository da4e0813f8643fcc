"""A file read for a model with what a person says of columns: those it may lack, and those of other names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.journeys.reading import (
    NewFile,
    check_asked,
    read_for_model,
    wishes_of_order,
    wrong_wishes,
)
from desktop_app.journeys.step_notices import MOST_NAMED
from desktop_app.models.matched import fitting, matched_in
from desktop_app.records.checking import CheckFileOrder
from desktop_app.records.jobs import Report
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import first_few
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.tables import Table
from desktop_app.tables.names import clean_name, nearest


def read_as_named(
    order: PredictFileOrder | CheckFileOrder, folder: Path, card: ModelCard, report: Report
) -> Table:
    """Return the table in the file of an order, read for a model; its rows are then in *folder*.

    Raises UsageError where a column, a sheet or a range is named that the model or the file does not have.
    """
    _check_allowed(card, order.allow_missing)
    path, matches = Path(order.path), matches_of(order.matches, card)
    file = NewFile(path=path, name=path.name, wishes=wishes_of_order(order), matches=matches)
    with wrong_wishes(order.wishes):
        table = read_for_model(file, folder, card, report)
    check_asked(order, table)
    there = tuple(_there(match, table) for match in matches)
    if there != matches:  # names of two lines, written on one
        table = read_for_model(replace(file, matches=there), folder, card, report)
    return table


def read_as_remembered(order: PredictFileOrder, folder: Path, card: ModelCard, report: Report) -> Table:
    """Return the table in the file of an order, with the columns under other names that are remembered."""
    path = Path(order.path)
    return read_fitting(NewFile(path=path, name=path.name, matches=order.remembered), folder, card, report)


def read_fitting(file: NewFile, folder: Path, card: ModelCard, report: Report) -> Table:
    """Return the table in a file with those of its matches that it calls for, known once it is read."""
    table = read_for_model(file, folder, card, report)
    fit = fitting(card, file.matches, table)
    if set(matched_in(card, table)) == set(fit):
        return table
    return read_for_model(replace(file, matches=fit), folder, card, report)


def matches_of(words: Sequence[str], card: ModelCard) -> tuple[ColumnMatch, ...]:
    """Return what is meant by NEW=OLD, where a column of the file is used as one of the model's.

    Names may hold the sign themselves: OLD is the longest end of a word that is a column of the model. Raises
    UsageError where there is none, and where one of both is named twice.
    """
    matches = tuple(_match_of(word, card) for word in words)
    for names in ([match.source for match in matches], [match.column for match in matches]):
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise UsageError("cli.map_twice", column=twice)
    return matches


def _check_allowed(card: ModelCard, allowed: Sequence[str]) -> None:
    columns = list(card.schema.names)
    known = {*columns, *(left.column for left in card.evaluation.left_out)}
    for name in allowed:
        if name not in known:
            near = nearest(name, columns)
            raise UsageError("cli.no_column", column=name, suggestion=near, columns=columns)


def _match_of(word: str, card: ModelCard) -> ColumnMatch:
    columns = card.schema.names
    halves = list(_halves(word))
    if not halves:
        raise UsageError("cli.map", word=word)
    for source, name in halves:
        if column := _meant(name, columns):
            return ColumnMatch(column=column, source=source)
    asked = halves[-1][1]
    near = nearest(asked, columns)
    raise UsageError("cli.map_needed", column=asked, suggestion=near, columns=first_few(columns, MOST_NAMED))


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each sign, the longest end first."""
    for place, letter in enumerate(word):
        before, behind = word[:place].strip(), word[place + 1 :].strip()
        if letter == "=" and before and behind:
            yield before, behind


def _there(match: ColumnMatch, table: Table) -> ColumnMatch:
    """Return the match with the name of its column as the file writes it; raises UsageError for none."""
    columns = [column.in_file for column in table.all_columns]
    if source := _meant(match.source, columns):
        return replace(match, source=source)
    raise UsageError(
        "cli.map_column",
        column=match.source,
        file=table.name,
        needed=match.column,
        suggestion=nearest(match.source, columns),
        columns=first_few(columns, MOST_NAMED),
    )


def _meant(name: str, names: Sequence[str]) -> str:
    """Return the column of that name, or the only one that reads so on one line; nothing where none does."""
    if name in names:
        return name
    alike = [one for one in names if clean_name(one) == name]
    return alike[0] if len(alike) == 1 else ""
