"""The options that every command has, and what they make of the settings."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.output import Output
from desktop_app.language import _
from desktop_app.settings import Settings, read_settings
from desktop_app.workspace.place import settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a command should work and speak."""

    settings: Settings
    output: Output


def global_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all have; it receives them as its first argument, an `Asked`."""

    @functools.wraps(command)
    def asked(*, workspace: str | None, quiet: bool, as_json: bool, **others: Any) -> Any:
        settings = settled(read_settings().in_workspace(Path(workspace) if workspace else None))
        return command(Asked(settings=settings, output=Output(as_json=as_json, quiet=quiet)), **others)

    for option in reversed(GLOBAL):
        asked = option(asked)
    return asked


GLOBAL = (
    click.option("--workspace", metavar="DIR", help=_("Folder in which Hunch remembers its work.")),
    click.option("--quiet", is_flag=True, help=_("Say nothing but results and errors.")),
    click.option(
        "--json", "as_json", is_flag=True, help=_("Write one JSON object to stdout, all else to stderr.")
    ),
)
