"""What was found out about a file: the ground that a table's record is made on, again with each step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import FileError
from desktop_app.records.notices import Notice
from desktop_app.records.tables import NAMED_BY_A_ROW, Recipe, Table, Wishes
from desktop_app.tables.columns.describing import columns_of, notices_of, readings_of
from desktop_app.tables.columns.studying import Studied, with_most_important_questions
from desktop_app.tables.place.headings import said_of_headings
from desktop_app.tables.steps.naming import about_names, named, renamed
from desktop_app.tables.steps.rules import Place, about_rules
from desktop_app.tables.stored.storage import write_table_record

_WIDEST = 2_000  # columns: beyond, what was found out takes long to keep, and such a file has few rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiedFile:
    """A file as it was read, under its own names and with all of its columns, but for the rows left out."""

    wishes: Wishes  # what was decided, but for names and columns
    recipe: Recipe
    notices: tuple[Notice, ...]  # about the file as a whole
    headings: tuple[str, ...]  # of the columns, as they stand in the file
    width: int  # columns of the file, also those without a name and without a cell
    rows: int  # that stay
    columns: tuple[Studied, ...]
    rows_out: tuple[int, ...] = ()  # by rule
    is_numbered: bool = False  # the rows of the sheet are stored beside them
    sha256: str = ""
    size: int = 0
    version: str = __version__  # of the program, as a later one may find out something else


def without_names(wishes: Wishes) -> Wishes:
    """Return the wishes but for those that change nothing about the cells of a file."""
    return replace(wishes, names={}, columns_out=())


def finish(folder: Path, found: StudiedFile, name: str, wishes: Wishes) -> Table:
    """Return the table that was found, whose rows are in *folder*; its record is then beside them."""
    table = described(found, name, wishes)
    write_table_record(folder, table, found if len(found.columns) <= _WIDEST else None)
    return table


def described(found: StudiedFile, name: str, wishes: Wishes) -> Table:
    """Return the record of a table: its columns under a person's names, and those that are left out.

    *name* is what the person calls the file. Raises FileError where no column is left.
    """
    everything, out = named(found.columns, wishes.names), frozenset(wishes.columns_out)
    staying = with_most_important_questions([column for column in everything if column.in_file not in out])
    if everything and not staying:
        raise FileError("refuse.all_columns", file=name)
    told = {column.place: column for column in staying}  # with the questions that are asked
    columns = columns_of([told.get(column.place, column) for column in everything], found.rows)
    left_out = [column.place not in told for column in everything]
    return Table(
        name=name,
        rows=found.rows,
        columns=tuple(column for column, is_out in zip(columns, left_out, strict=True) if not is_out),
        recipe=_recipe(found, everything, staying, wishes),
        warnings=_warnings(found, everything, staying, wishes),
        questions=tuple(column.question for column in staying if column.question),
        sha256=found.sha256,
        size=found.size,
        columns_out=tuple(column for column, is_out in zip(columns, left_out, strict=True) if is_out),
        rows_out=found.rows_out,
    )


def _recipe(
    found: StudiedFile, everything: Sequence[Studied], staying: Sequence[Studied], wishes: Wishes
) -> Recipe:
    marks = dict.fromkeys(
        mark for column in staying for mark, cells in column.reading.missing.items() if cells
    )
    # Names as they came out: another file may have fewer columns, and then nothing would need a number.
    names = {**wishes.names, **{column.heading: column.name for column in everything if column.heading}}
    return replace(
        found.recipe,
        missing_marks=tuple(marks),
        types={column.in_file: column.reading.type for column in everything},
        readings=readings_of(everything),
        wishes=replace(wishes, names=names),
    )


def _warnings(
    found: StudiedFile, everything: Sequence[Studied], staying: Sequence[Studied], wishes: Wishes
) -> tuple[Notice, ...]:
    names, out = {column.in_file: column.name for column in everything}, frozenset(wishes.columns_out)
    headings = [
        heading
        for heading, column in zip(found.headings, everything, strict=True)
        if column.in_file not in out
    ]
    is_of_rows = found.recipe.format in NAMED_BY_A_ROW  # other files know which are their names
    columns = {column.in_file: Place(place, column.reading.type) for place, column in enumerate(everything)}
    return (
        *_of_file(found.notices, out, names),
        *(said_of_headings(headings) if is_of_rows else ()),
        *notices_of(staying, found.rows, has_names=found.recipe.header > 0),
        *about_names(staying, wishes.names),
        *about_rules(wishes.rows_out, columns, names),
    )


def _of_file(notices: Sequence[Notice], out: frozenset[str], names: dict[str, str]) -> Iterator[Notice]:
    """Yield what is said of the file, but for what is said of nothing but columns that are left out."""
    for notice in notices:
        if not notice.columns or not out.issuperset(notice.columns):
            yield renamed(notice, names)
