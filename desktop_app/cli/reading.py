"""The options that say how a file is to be read, for every command that reads one."""

import codecs
import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.called import called
from desktop_app.cli.work import existing
from desktop_app.errors import FileError, UsageError
from desktop_app.language import _
from desktop_app.records.jsonable import from_json
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.tables.books.ranges import range_of
from desktop_app.tables.columns.wished import wish_of
from desktop_app.tables.names import nearest
from desktop_app.tables.recipes import READINGS, has_known_readings, is_sound

_ENCODINGS = ["utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp850", "mac-roman"]
_LARGEST_RECIPE = 64 * 2**20  # bytes: what is said of 16,384 columns takes less


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a file is to be read: what a person says, and the recipe of another file."""

    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options about reading; it receives them as *how*, a `How`."""

    @functools.wraps(command)
    def asked(*arguments: Any, **options: Any) -> Any:
        words = {name: options.pop(name) for name in ("sheet", "range_", "encoding", "assume", "recipe")}
        return command(*arguments, how=how_from(**words), **options)

    for option in reversed(READING):
        asked = option(asked)
    return asked


def how_from(
    *,
    sheet: str | None = None,
    range_: str | None = None,
    encoding: str | None = None,
    assume: Sequence[str] = (),
    recipe: str | None = None,
) -> How:
    """Return what the options ask for. Raises UsageError where one means nothing, FileError for no recipe."""
    return How(
        wishes=Wishes(
            sheet=sheet or "",
            range=_range(range_ or ""),
            encoding=_encoding(encoding or ""),
            readings=dict(_assumed(word) for word in assume),
        ),
        recipe=_recipe(recipe) if recipe else None,
    )


def _assumed(word: str) -> tuple[str, str]:
    column, sign, reading = word.rpartition("=")
    readings = list(READINGS)
    if not sign or not column.strip():
        raise UsageError("cli.assume", word=word, readings=readings)
    if wish_of(reading.strip()) is None:
        near = nearest(reading.strip(), READINGS)
        raise UsageError("cli.unknown_reading", reading=reading, suggestion=near, readings=readings)
    return column.strip(), reading.strip()


def _range(text: str) -> str:
    cells = range_of(text) if text else None
    if text and cells is None:
        raise UsageError("cli.range", range=text)
    return str(cells or "")


def _encoding(text: str) -> str:
    if not text:
        return ""
    unknown = UsageError(
        "cli.unknown_encoding", encoding=text, suggestion=nearest(text, _ENCODINGS), encodings=_ENCODINGS
    )
    try:
        found = codecs.lookup(text)
    except (LookupError, ValueError) as error:
        raise unknown from error
    if not found._is_text_encoding:  # "hex" and "zip" are codecs, too
        raise unknown
    return found.name


def _recipe(file: str) -> Recipe:
    path = Path(existing(file))
    unfit = UsageError("cli.no_recipe", file=path.name, command=called("inspect"))
    try:
        if path.stat().st_size > _LARGEST_RECIPE:
            raise unfit
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise FileError("error.file_unreadable", file=path.name, reason=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise unfit from error
    inner = told.get("recipe", told) if isinstance(told, dict) else None
    try:
        recipe = from_json(Recipe, inner)
    except (TypeError, ValueError) as error:
        raise unfit from error
    if not (is_sound(recipe) and has_known_readings(recipe)):
        raise unfit
    return recipe


OPTIONS = ("--sheet", "--range", "--encoding", "--assume", "--recipe")
READING = (
    click.option("--sheet", metavar="SHEET", help=_("The sheet of a workbook to read.")),
    click.option("--range", "range_", metavar="B3:F40", help=_("The cells of the sheet to read.")),
    click.option("--encoding", metavar="ENCODING", help=_("The letters of a text file, such as cp1252.")),
    click.option(
        "--assume",
        multiple=True,
        metavar="COLUMN=READING",
        help=_("How a column is meant, such as day=date-dmy. May be given again."),
    ),
    click.option("--recipe", metavar="R.json", help=_("Read FILE like the one that inspect --json told of.")),
)
