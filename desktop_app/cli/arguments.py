"""The words of the command line, put in the order in which the commands take them."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from desktop_app.cli.called import called
from desktop_app.errors import UsageError

ALONE = frozenset({"--help", "--version"})  # options that need no command


def arranged(arguments: Sequence[str], program: click.Group) -> list[str]:
    """Return the arguments with their command first: "open" where only a file, or nothing, is given."""
    if "--selftest" in arguments:
        return ["selftest", *(word for word in arguments if word != "--selftest")]
    context = click.Context(program)
    commands = program.list_commands(context)
    position = _first_word(arguments, _options(program.params))
    word = arguments[position] if position < len(arguments) else ""
    if word in commands and (command := program.get_command(context, word)):
        rest = [*arguments[:position], *arguments[position + 1 :]]
        if isinstance(command, click.Group):
            return [word, *_of_group(command, rest, program)]
        return [word, *_spread(command, rest)]
    if ALONE & set(arguments[:position]):
        return list(arguments)
    if word and not Path(word).exists() and (close := difflib.get_close_matches(word, commands, n=1)):
        raise UsageError("cli.unknown_command", word=word, suggestion=close[0], command=called())
    return ["open", *arguments]


def _of_group(group: click.Group, arguments: list[str], program: click.Group) -> list[str]:
    """Return the arguments of a command that has commands of its own, with that one first."""
    context = click.Context(group)
    position = _first_word(arguments, _options(program.params))
    if position == len(arguments):  # without a command no option means anything
        return [word for word in arguments if word in ALONE]
    command = group.get_command(context, arguments[position])
    rest = [*arguments[:position], *arguments[position + 1 :]]
    return [arguments[position], *(_spread(command, rest) if command else rest)]


def _options(params: Iterable[click.Parameter]) -> dict[str, click.Option]:
    """Return the options that take a value, by each of their names."""
    return {
        name: option
        for option in params
        if isinstance(option, click.Option) and not option.is_flag
        for name in option.opts
    }


def _first_word(arguments: Sequence[str], with_value: dict[str, click.Option]) -> int:
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] in with_value else 1
    return min(position, len(arguments))


def _spread(command: click.Command, arguments: list[str]) -> list[str]:
    """Let "--exclude a b" mean "--exclude a --exclude b", once the command has its files."""
    with_value = _options(command.params)
    several = {name for name, option in with_value.items() if option.multiple}
    needed = sum(isinstance(param, click.Argument) for param in command.params)
    spread: list[str] = []
    files, option, before = 0, "", ""
    for word in arguments:
        if word.startswith("-"):
            option = word
        elif before in with_value:
            pass
        elif option in several and files >= needed:
            spread.append(option)
        else:
            files += 1
        spread.append(word)
        before = word
    return spread
