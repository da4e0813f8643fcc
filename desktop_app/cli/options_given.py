"""Which options of a command were given, whatever their values."""

from collections.abc import Collection

import click
from click.core import ParameterSource


def options_given(names: Collection[str]) -> list[str]:
    """Return those of the parameters so *named* that the command line holds, as they are typed."""
    context = click.get_current_context()
    return [
        option.opts[0]
        for option in context.command.params
        if option.name in names and context.get_parameter_source(option.name) is not ParameterSource.DEFAULT
    ]
