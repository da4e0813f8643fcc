"""What the command line writes: results to stdout, all else to stderr, and nothing that steers a terminal."""

import json
import os
import sys
from typing import TextIO

from desktop_app.records.jsonable import JSON

DONE = 0
WITH_WARNINGS = 5  # done, but something must be looked at

_KEPT = "\u200c\u200d"  # joiners, part of how some scripts and emoji are written


class Output:
    """Writes for one command; goes on silently when nobody reads any more."""

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self.quiet = quiet

    def result(self, facts: dict[str, JSON]) -> None:
        """Write the one JSON object of a command, where JSON was asked for."""
        if self.as_json:
            # ASCII only, so that no terminal obeys a name and no code page stumbles over it.
            _write(sys.stdout, json.dumps(facts, indent=2) + "\n")

    def entry(self, facts: dict[str, JSON]) -> None:
        """Write one of many JSON objects, on a line of its own, where JSON was asked for."""
        if self.as_json:
            _write(sys.stdout, json.dumps(facts) + "\n")

    def say(self, *lines: str) -> None:
        """Write lines for a person to stdout; in JSON mode they are left out."""
        if not self.as_json:
            for line in lines:
                _write(sys.stdout, safe(line) + "\n")

    def remark(self, *lines: str) -> None:
        """Write lines about the work to stderr, unless it should be quiet."""
        if not self.quiet:
            self.complain(*lines)

    def complain(self, *lines: str) -> None:
        """Write lines to stderr that must be seen."""
        for line in lines:
            if line:
                _write(sys.stderr, safe(line) + "\n")


def safe(text: str) -> str:
    """Return text on one line in which no character steers the terminal or turns the line around."""
    return "".join(letter if letter.isprintable() or letter in _KEPT else "�" for letter in text)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # a windowed program has no streams
        return
    try:
        stream.write(text.encode(stream.encoding or "utf-8", "replace").decode(stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        _forget(stream)


def _forget(stream: TextIO) -> None:
    """Point the stream nowhere, so that Python does not complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
