"""The words of the command line, put in the order in which the commands take them."""

import difflib
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import UsageError

WITH_VALUE = frozenset({"--workspace"})  # options of all commands that take the next word
ALONE = frozenset({"--help", "--version"})  # options that need no command
FEWEST_FILES = {"train": 1, "predict": 2}  # words that each command needs before options may take several
SEVERAL = frozenset({"--exclude", "--known", "--allow-missing"})


def arranged(arguments: Sequence[str], commands: Sequence[str]) -> list[str]:
    """Return the arguments with their command first: "open" where only a file, or nothing, is given."""
    if "--selftest" in arguments:
        return ["selftest", *(word for word in arguments if word != "--selftest")]
    position = _first_word(arguments)
    word = arguments[position] if position < len(arguments) else ""
    if word in commands:
        return [word, *_spread(word, [*arguments[:position], *arguments[position + 1 :]])]
    if ALONE & set(arguments[:position]):
        return list(arguments)
    if word and not Path(word).exists() and (close := difflib.get_close_matches(word, commands, n=1)):
        raise UsageError("cli.unknown_command", word=word, suggestion=close[0])
    return ["open", *arguments]


def _first_word(arguments: Sequence[str]) -> int:
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] in WITH_VALUE else 1
    return min(position, len(arguments))


def _spread(command: str, arguments: list[str]) -> list[str]:
    """Let "--exclude a b" mean "--exclude a --exclude b", once the command has its files."""
    spread: list[str] = []
    files, option, before = 0, "", ""
    for word in arguments:
        is_value = before.startswith("--") and "=" not in before and before not in FLAGS
        if word.startswith("-"):
            option = word
        elif is_value:
            pass
        elif option in SEVERAL and files >= FEWEST_FILES.get(command, 99):
            spread.append(option)
        else:
            files += 1
        spread.append(word)
        before = word
    return spread


FLAGS = frozenset({"--quiet", "--json", "--force", "--help", "--browser"})
