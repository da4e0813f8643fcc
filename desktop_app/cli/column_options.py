"""The options about the columns that a model needs, for every command that brings a file to it."""

from collections.abc import Callable
from typing import Any

import click

from desktop_app.language import _


def column_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options; it receives them as *matches*, *multiply* and *allow_missing*."""
    return _MAP(_MULTIPLY(_ALLOW_MISSING(command)))


_MAP = click.option(
    "--map",
    "matches",
    multiple=True,
    metavar="NEW=OLD",
    help=_("Use the column NEW of the file as the model's column OLD. May be given again."),
)
_MULTIPLY = click.option(
    "--multiply",
    multiple=True,
    metavar="COLUMN=NUMBER",
    help=_(
        "Multiply the model's column COLUMN, as by 1/1000 for grams instead of kilograms. May be given again."
    ),
)
_ALLOW_MISSING = click.option(
    "--allow-missing",
    multiple=True,
    metavar="COLUMN",
    help=_("Go on although the file lacks this column. May be given again."),
)
