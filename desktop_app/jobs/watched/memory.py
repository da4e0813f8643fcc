"""What is remembered of the files of a watched folder, beside their answers.

It lies there, and not in the workspace, so that the window and the command line share it and need not wait
for each other, and so that it goes where the answers go. A line is added for each thing that happened.
"""

import datetime
import json
import math
import os
import stat
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import SaveError, from_code
from desktop_app.errors.disk import save_error
from desktop_app.jobs.watched.news import is_passing
from desktop_app.language import _
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.models import Truth
from desktop_app.records.watched import Fate, Handled, LeftOut, Sight, Told

NAME = ".hunch-answered.jsonl"
LARGEST = 256 * 1024**2  # bytes: more than 500,000 files
MOST_REASONS = 20
_OPEN = os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

Key = tuple[str, str]  # name and SHA-256


class Memory:
    """What came of each file, for one model and those before it. What is no line of ours in it is skipped."""

    def __init__(self, folder: Path, model: str, former: Collection[str] = ()) -> None:
        self._file, self._model, self._models = folder / NAME, model, {model, *former}
        self._read = 0  # bytes
        self._files: dict[Key, Handled] = {}  # what happened last comes last
        self._seen: dict[Sight, Key] = {}
        self._counts: Counter[Fate] = Counter()
        self._told: Told | None = None  # until something happens

    def refresh(self) -> None:
        """Read what was added; what is known stays known where the file is out of reach.

        Raises SaveError where it cannot be read.
        """
        is_first = not self._read
        try:
            with self._opened() as file:
                found = os.fstat(file.fileno())
                if found.st_size > LARGEST or not stat.S_ISREG(found.st_mode):
                    raise SaveError("save.failed", file=NAME, reason=_("it is no file of Hunch"))
                file.seek(self._read)
                for line in file:
                    if not line.endswith(b"\n"):
                        break  # half a line: it was never finished, or another program writes it now
                    self._read += len(line)
                    self._take_in(line)
        except OSError as error:
            raise save_error(error, self._file) from error
        if is_first:
            self._settle()

    def add(self, handled: Handled) -> None:
        """Write down what happened, on disk before this returns; raises SaveError."""
        line = json.dumps(to_json(handled), separators=(",", ":")).encode() + b"\n"
        try:
            with self._opened() as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    # Behind half a line of a program that was killed.
                    line = line if file.read(1) == b"\n" else b"\n" + line
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise save_error(error, self._file) from error
        self._keep(handled)

    def knows(self, sight: Sight, asked: str) -> bool:
        """Whether nothing is to be done for a file, as far as a look at it tells."""
        key = self._seen.get(sight)
        return key is not None and self.knows_content(*key, asked)

    def knows_content(self, name: str, sha256: str, asked: str) -> bool:
        """Whether a file of this content was answered, or set aside when the same was asked for."""
        found = self._files.get((name, sha256))
        return found is not None and (
            found.fate == "answered" or (found.fate == "aside" and found.asked == asked)
        )

    def of(self, name: str, sha256: str) -> Handled | None:
        """Return what is known of a content."""
        return self._files.get((name, sha256))

    def told(self) -> Told:
        """Return how many files came to what, which was answered last, and why the last others were not."""
        if self._told is None:
            self._told = self._summed_up()
        return self._told

    def _summed_up(self) -> Told:
        newest = list(reversed(self._files.values()))
        aside = (one for one in newest if one.fate == "aside" and one.problem)
        answered = [one for one in newest if one.fate == "answered"]
        told = next((one for one in answered if one.truth and one.model == self._model), None)
        return Told(
            last=answered[0].sight.name if answered else "",
            last_at=answered[0].at if answered else "",
            truth=told.truth if told else None,
            truth_file=told.sight.name if told else "",
            truth_at=told.at if told else "",
            answered=self._counts["answered"],
            aside=self._counts["aside"],
            reasons=tuple(_left_out(one) for one in islice(aside, MOST_REASONS)),
        )

    def _opened(self) -> BinaryIO:
        """Open the file, made where it is not there; never one that a link leads to."""
        handle = os.open(self._file, os.O_RDWR | os.O_APPEND | _OPEN, 0o600)
        return open(handle, "r+b")  # noqa: PTH123 - of a handle, for the caller to close

    def _take_in(self, line: bytes) -> None:
        with suppress(ValueError, TypeError, LookupError, RecursionError):
            handled = from_json(Handled, json.loads(line))
            if handled.model in self._models and _is_sound(handled):
                self._keep(handled)

    def _keep(self, handled: Handled) -> None:
        name, key = handled.sight.name, (handled.sight.name, handled.sha256)
        for former in {key, (name, "")}:  # it can be read by now
            if before := self._files.pop(former, None):
                self._counts[before.fate] -= 1
        self._told = None
        self._files[key] = handled
        self._seen[handled.sight] = key
        self._counts[handled.fate] += 1

    def _settle(self) -> None:
        """Take a file that was begun for answered where its answers are there: they are placed whole."""
        named = {one.out for one in self._files.values() if one.fate == "answered"}
        for one in [one for one in self._files.values() if one.fate == "begun" and one.out not in named]:
            if (self._file.parent / one.out).is_file():
                self.add(_answered(one))


def _answered(begun: Handled) -> Handled:
    return Handled(sight=begun.sight, sha256=begun.sha256, model=begun.model, fate="answered", out=begun.out)


def _left_out(aside: Handled) -> LeftOut:
    assert aside.problem is not None, "why it was set aside"  # noqa: S101 - for the type checker
    return LeftOut(name=aside.sight.name, problem=aside.problem)


def _can_be_said(truth: Truth) -> bool:
    """Whether scores are numbers that a page can write: the folder may be anybody's."""
    most = math.inf if truth.score.metric == "mean_absolute_error" else 1.0
    ends = [end for one in (truth.score, truth.promised) for end in (one.low, one.value, one.high)]
    return all(math.isfinite(end) and 0 <= end <= most for end in ends)


def _is_sound(handled: Handled) -> bool:
    """Whether the names are plain ones, and the reason can be said; raises where it cannot."""
    names = [name for name in (handled.sight.name, handled.out) if name]
    if handled.at:
        datetime.datetime.fromisoformat(handled.at)
    if handled.truth and not _can_be_said(handled.truth):
        return False
    if handled.problem and not from_code(handled.problem.code, handled.problem.values).message:
        return False
    return not any(is_passing(name) or name != Path(name).name or "\0" in name for name in names)
