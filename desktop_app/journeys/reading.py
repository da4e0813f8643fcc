"""A file read as a person, the recipe of another file, or a model asks for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.errors import FileError, UsageError
from desktop_app.journeys.step_notices import MOST_NAMED, about_steps
from desktop_app.models.matched import as_in
from desktop_app.models.same_way import brought_by, features_in
from desktop_app.records.checking import CheckFileOrder
from desktop_app.records.clusters import GroupFileOrder
from desktop_app.records.converting import ConvertFileOrder
from desktop_app.records.jobs import Report
from desktop_app.records.looking_ahead import ForecastFileOrder
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import FEWEST_FITTING, ModelCard
from desktop_app.records.notices import Notice, Value, first_few
from desktop_app.records.oddness import OddFileOrder
from desktop_app.records.orders import InspectOrder, PredictFileOrder, TrainFileOrder
from desktop_app.records.tables import WORKBOOKS, Recipe, Table, Wishes
from desktop_app.tables.duck import sharing
from desktop_app.tables.findings.looking import with_findings
from desktop_app.tables.importing import import_file
from desktop_app.tables.names import clean_name, free_name, nearest
from desktop_app.tables.recipes import combined, decided_of, whole, wishes_of
from desktop_app.tables.stored.storage import RECORD, replace_table

_MOST_SHEETS = 10  # that are looked into
_OF_A_SHEET = frozenset(("sheet", "range"))

Asked = (
    InspectOrder
    | TrainFileOrder
    | PredictFileOrder
    | CheckFileOrder
    | ConvertFileOrder
    | GroupFileOrder
    | OddFileOrder
    | ForecastFileOrder
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file brought to a model, and what a person says of it."""

    path: Path
    name: str  # as the person knows it
    wishes: Wishes = field(default_factory=Wishes)
    matches: tuple[ColumnMatch, ...] = ()  # its columns that are used as some of the model's


def check_columns(table: Table, names: Iterable[str]) -> None:
    """Raise UsageError for a column that the table does not have; an empty name is none."""
    columns = [column.name for column in table.columns]
    for name in names:
        if name and name not in columns:
            raise UsageError("cli.no_column", column=name, suggestion=nearest(name, columns), columns=columns)


def folder_there(folder: str) -> Path | None:
    """Return the folder of a table that an order names; None where it is gone meanwhile."""
    return Path(folder) if folder and (Path(folder) / RECORD).is_file() else None


def read_as_asked(order: Asked, folder: Path, report: Report) -> Table:
    """Return the table in the file of an order; its rows are then in *folder*.

    Raises UsageError where something is asked of a column or a sheet that the file does not have, and
    FileError where a recipe has no column in common with it.
    """
    path = Path(order.path)
    with sharing(folder):
        with wrong_wishes(order.wishes):
            table = import_file(path, folder, name=path.name, report=report, wishes=wishes_of_order(order))
        check_asked(order, table)
        if not isinstance(order, ConvertFileOrder):  # which asks for its cells alone
            table = with_findings(table, folder)
    told = (*table.warnings, *about_recipe(order.recipe, table), *about_steps(table))
    return replace(table, warnings=told)


def about_recipe(recipe: Recipe | None, table: Table) -> tuple[Notice, ...]:
    """Return which columns of a recipe a file lacks."""
    named, there = (recipe.types or {}) if recipe else {}, _in_file(table)
    lacking = tuple(name for name in named if name not in there)
    if not lacking:
        return ()
    values: dict[str, Value] = {"count": len(lacking), "columns": first_few(lacking, MOST_NAMED)}
    return (Notice(code="import.recipe_columns", values=values, columns=lacking, level="caution"),)


@contextmanager
def wrong_wishes(wishes: Wishes) -> Iterator[None]:
    """Say of a sheet or a range that a person named and the file does not have that it is wrong use."""
    try:
        yield
    except FileError as error:
        if error.code == "refuse.no_sheet" and error.values["sheet"] == wishes.sheet:
            near = nearest(wishes.sheet, names := _texts(error.values.get("names")))
            values = {**error.values, "suggestion": near, "names": names}
            raise UsageError("cli.no_sheet", **values) from error
        if error.code == "refuse.no_range" and wishes.range:
            raise UsageError("cli.no_range", **error.values) from error
        raise


def read_for_model(file: NewFile, folder: Path, card: ModelCard, report: Report) -> Table:
    """Return the table in a file, read like the one that the model learned from; its wishes go before that.

    Where the new file is laid out otherwise (no such sheet, the names in another row), it is read afresh,
    and only its columns are taken as they were: the pre-flight says so. Of a workbook in which the table that
    comes first is another one, it is the first sheet that fits.
    """
    brought = brought_by(as_in(card, file.matches))
    file = replace(file, wishes=_beside(file.wishes, brought))
    first = combined(Wishes(sheet=card.recipe.sheet), brought)
    if decided_of(first):
        with suppress(FileError, UsageError):
            table = _read(file, folder, report, combined(first, file.wishes))
            if features_in(table, card) == len(card.schema.features):
                return table
    afresh = combined(Wishes(readings=brought.readings, names=brought.names), file.wishes)
    table = _read(file, folder, report, afresh)
    others = [] if _may_be_meant(table, card) else _sheets_beside(table)
    for sheet in others:
        with suppress(FileError, UsageError):
            other = _read(file, folder, report, replace(afresh, sheet=sheet))
            if _may_be_meant(other, card):
                return other
    return _read(file, folder, report, afresh) if others else table


def _may_be_meant(table: Table, card: ModelCard) -> bool:
    return features_in(table, card) >= FEWEST_FITTING * len(card.schema.features)


def _sheets_beside(table: Table) -> list[str]:
    """Return the sheets that may be read instead, where nobody has said which one is."""
    recipe = table.recipe
    if recipe.wishes.sheet or recipe.wishes.range:
        return []
    names = [sheet.name for sheet in recipe.sheets if not sheet.is_hidden and sheet.name != recipe.sheet]
    return names[:_MOST_SHEETS]


def _beside(wishes: Wishes, brought: Wishes) -> Wishes:
    """Return what else is wished of a file: nothing left out, and no names that the model has given."""
    taken = set(brought.names.values())
    names = {
        heading: name
        for heading, name in wishes.names.items()
        if heading not in brought.names and name not in taken
    }
    return replace(whole(wishes), names=names)


def _read(file: NewFile, folder: Path, report: Report, wishes: Wishes) -> Table:
    table = import_file(file.path, folder, name=file.name, report=report, wishes=wishes)
    return _exactly(file.matches, table, folder)


def _exactly(matches: Sequence[ColumnMatch], table: Table, folder: Path) -> Table:
    """Return the table with the names that the model has and nobody can give, since they have two lines."""
    names = {match.source: match.column for match in matches if clean_name(match.column) != match.column}
    if not names.keys() & {column.in_file for column in table.columns}:
        return table
    taken = {*names.values(), *(column.name for column in table.columns)}
    columns = []
    for column in table.columns:
        name = names.get(column.in_file, column.name)
        if column.in_file not in names and name in names.values():
            name = free_name(name, taken)
        columns.append(column if name == column.name else replace(column, name=name, heading=column.in_file))
    table = replace(table, columns=tuple(columns))
    replace_table(folder, table)
    return table


def check_asked(order: Asked, table: Table) -> None:
    """Raise where something was asked for that the table does not have."""
    _check_columns(_by_heading(order), table)
    if table.recipe.format not in WORKBOOKS and not _OF_A_SHEET.isdisjoint(decided_of(order.wishes)):
        raise UsageError("cli.no_sheets", file=table.name)
    if order.wishes.encoding and not table.recipe.encoding:
        raise UsageError("cli.no_letters", file=table.name)
    if order.recipe:
        _check_fit(order.recipe, table)


def wishes_of_order(order: Asked) -> Wishes:
    """Return what a person asks for, on top of the recipe that is to be followed."""
    recipe = order.recipe
    return combined(wishes_of(recipe), _by_heading(order)) if recipe else order.wishes


def _by_heading(order: Asked) -> Wishes:
    """Return what a person says of columns by what the file calls them: they may use the recipe's names."""
    names = order.recipe.wishes.names if order.recipe else {}
    headings = {name: heading for heading, name in names.items()}
    readings = {
        name if name in names else headings.get(name, name): reading
        for name, reading in order.wishes.readings.items()
    }
    return replace(order.wishes, readings=readings)


def _in_file(table: Table) -> list[str]:
    """Return what the file calls its columns, also those that are left out."""
    return [column.in_file for column in table.all_columns]


def _check_columns(wishes: Wishes, table: Table) -> None:
    columns = _in_file(table)
    for name in wishes.readings:
        if name not in columns:
            near = nearest(name, columns)
            raise UsageError(
                "cli.assume_column",
                column=name,
                file=table.name,
                suggestion=near,
                columns=first_few(columns, MOST_NAMED),
            )


def _check_fit(recipe: Recipe, table: Table) -> None:
    named = list(recipe.types or {})
    if named and not set(named) & set(_in_file(table)):
        raise FileError("refuse.recipe", file=table.name, columns=first_few(named, MOST_NAMED))


def _texts(names: object) -> list[str]:
    return [str(name) for name in names] if isinstance(names, list) else []
