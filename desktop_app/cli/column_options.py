"""The options about columns that several commands have: which count, and which are those of a model."""

from collections.abc import Callable
from typing import Any

import click

from desktop_app.language import _


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that learns these options; it receives them as *exclude* and *include*."""
    return _EXCLUDE(_INCLUDE(command))


def column_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that brings a file to a model these options.

    It receives them as *matches*, *multiply* and *allow_missing*.
    """
    return _MAP(_MULTIPLY(_ALLOW_MISSING(command)))


_EXCLUDE = click.option(
    "--exclude", multiple=True, metavar="COLUMN", help=_("Leave this column out. May be given again.")
)
_INCLUDE = click.option(
    "--include",
    multiple=True,
    metavar="COLUMN",
    help=_("Use this column though Hunch would leave it out. May be given again."),
)
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
