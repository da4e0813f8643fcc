"""Whether a damaged file gets past the refusals: `... fuzz [COUNT] [FOLDER] [FIRST] [MINUTES]`.

Each number from FIRST on stands for a file, made of a small one by chance (`mutations`); small files of a
FOLDER are taken as well. It is read in a process under the limits of our own workers, which goes on to the
next file; another takes its place when it dies. The number repeats a file: COUNT 1, and the number as FIRST.
What becomes of a file is one of these; only the last is a failure:

- it is read, and the table is what its record says;
- it is refused with a code that has words;
- its process ends, which the app says in words too;
- an error without words, a refusal that blames the disk, a table that is not what it says, something left
  behind, more memory or more seconds of the processor than such a small file may cost.
"""

import contextlib
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.jobs.endings import OUT_OF_MEMORY, died
from desktop_app.records.jobs import Order
from desktop_app.records.tables import MOST_COLUMNS
from desktop_app.tables.stored.rows import read_rows
from tests.benchmarks.imported import Imported, imported
from tests.benchmarks.mutation_seeds import seeds
from tests.benchmarks.mutations import mutated
from tests.benchmarks.workers import Done, run_all

COUNT, SECONDS = 2_000, 10.0
MINUTES = 60
PROCESSES = 2
_LARGEST = 64 * 1024**2  # bytes of what a file of at most 4 MiB may leave
_MOST_MEMORY = 1536 * 1024**2  # bytes that reading it may add: as wide as may be, a table takes half of that
_KEPT = frozenset(("table.json", "texts.parquet", "values.parquet"))
_EVERY = 250  # files, after which it says how far it is
_STATUS, _REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_OPEN = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A number, and where small files are to be found."""

    seed: int
    folder: Path | None = None


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of the files so far."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    files: int = 0

    def add(self, done: Done[Attempt, tuple[str, str]]) -> None:
        """Count one file, and print it where it is a failure or ended its process."""
        kind, outcome = done.result or (kind_of(done.task), _said_of(done.failure))
        failed = outcome.startswith("FAILED")
        self.files += 1
        self.outcomes[kind, "FAILED" if failed else outcome] += 1
        self.slowest = max(self.slowest, (done.seconds, done.task.seed))
        if failed:
            self.failures.append(f"- {done.task.seed} ({kind}): {outcome}")
        if failed or not done.result:
            print(f"- {done.task.seed} ({kind}): {outcome}", flush=True)

    def show(self) -> None:
        """Print the table of all outcomes."""
        print("\n| kind | outcome | files |\n|---|---|---:|")
        for (kind, outcome), files in sorted(self.outcomes.items()):
            print(f"| {kind} | {outcome} | {files} |")
        seconds, seed = self.slowest
        print(f"\n{len(self.failures)} failures in {self.files} files; {seed} took longest: {seconds:.1f} s")


def main(arguments: Sequence[str]) -> None:
    """Print what became of all files, and every failure with its number."""
    folder = next((Path(word) for word in arguments if not word.isdecimal()), None)
    numbers = [int(word) for word in arguments if word.isdecimal()]
    count, first, minutes = (*numbers, *(COUNT, 0, MINUTES)[len(numbers) :])
    began, tally = time.monotonic(), Tally()
    tasks = _until(began + 60 * minutes, range(first, first + count), folder)
    for done in run_all(attempt, tasks, seconds=SECONDS, processes=PROCESSES):
        tally.add(done)
        if tally.files % _EVERY == 0:
            print(f"{tally.files} files, {time.monotonic() - began:.0f} s", flush=True)
    tally.show()


def _until(end: float, numbers: range, folder: Path | None) -> Iterator[Attempt]:
    for seed in numbers:
        if time.monotonic() > end:
            return
        yield Attempt(seed=seed, folder=folder)


def ending_of(failure: str) -> str:
    """Return the code of what the app says where a process ended so; empty where that is no refusal."""
    exit_code = re.fullmatch(r"died \((-?\d+)\)", failure)
    if exit_code is None:
        return ""
    code = died(Order(journey="import", params={}, folder=""), int(exit_code[1])).code
    return code if code.startswith("refuse.") else ""


def _said_of(failure: str) -> str:
    code = ending_of(failure)
    return f"{code}, as its process ended" if code else f"FAILED: {failure}"


_files: dict[Path | None, list[tuple[str, bytes]]] = {}  # of this process, made once


def file_of(task: Attempt) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that a number stands for."""
    if task.folder not in _files:
        _files[task.folder] = seeds(task.folder)
    return mutated(task.seed, _files[task.folder])


def kind_of(task: Attempt) -> str:
    """Return the ending of that file's name."""
    return Path(file_of(task)[0]).suffix


def attempt(task: Attempt) -> tuple[str, str]:
    """Return the kind of the file and what became of it: "read", the code of a refusal, or "FAILED: ..."."""
    name, content = file_of(task)
    with tempfile.TemporaryDirectory(prefix="hunch-fuzz-") as place, _costs(Path(place)) as costs:
        path = Path(place) / "file" / name
        path.parent.mkdir()
        path.write_bytes(content)
        found = imported(path, Path(place) / "table")
        if found.fault == "MemoryError":
            os._exit(OUT_OF_MEMORY)  # as a worker does
        outcome = outcome_of(found)
        del found
        return Path(name).suffix, outcome if outcome.startswith("FAILED") else costs.excess() or outcome


def outcome_of(found: Imported) -> str:
    """Return how reading ended, and whether a table is as its record says."""
    if found.fault:
        return f"FAILED: {found.fault}"
    left = {file.name: file for file in found.folder.iterdir()} if found.folder.exists() else {}
    size = sum(file.stat().st_size for file in left.values() if file.is_file())
    if size > _LARGEST or not left.keys() <= _KEPT:
        return f"FAILED: it leaves {size} bytes in {sorted(left)}"
    if found.table is None:
        return found.refused if found.refused.startswith("refuse.") else f"FAILED: {found.refused}"
    table = found.table
    first, last = (read_rows(found.folder, table, start, 1) for start in (0, table.rows - 1))
    after = read_rows(found.folder, table, table.rows, 1)
    if len(first) != 1 or len(last) != 1 or after or not 0 < len(table.columns) <= MOST_COLUMNS:
        return f"FAILED: a table of {table.rows} rows and {len(table.columns)} columns, which it has not"
    return "read" if left.keys() == _KEPT else f"FAILED: it leaves only {sorted(left)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Costs:
    """What the process had when it began with a file."""

    temporary: Path
    memory: int
    open_files: int

    def excess(self) -> str:
        """Return what the file took too much of, or left."""
        if left := sorted(file.name for file in self.temporary.iterdir()):
            return f"FAILED: left in the folder for temporary files: {left}"
        if (open_files := _open_files()) > self.open_files:
            return f"FAILED: {open_files - self.open_files} files are still open"
        more = _memory("VmHWM") - self.memory
        return f"FAILED: {more / 1024**2:.0f} MiB of memory" if more > _MOST_MEMORY else ""


@contextlib.contextmanager
def _costs(place: Path) -> Iterator[_Costs]:
    """Count from here on; what libraries put aside goes to a folder that is looked into."""
    temporary, before = place / "temporary", (tempfile.tempdir, os.environ.get("TMPDIR", ""))
    temporary.mkdir()
    tempfile.tempdir = os.environ["TMPDIR"] = str(temporary)
    if sys.platform == "linux":
        _REFERENCES.write_text("5")  # the most memory so far is forgotten
    try:
        yield _Costs(temporary=temporary, memory=_memory("VmRSS"), open_files=_open_files())
    finally:
        tempfile.tempdir, os.environ["TMPDIR"] = before


def _memory(what: str) -> int:
    """Return bytes of this process, where the system tells them."""
    if sys.platform != "linux":
        return 0
    found = re.search(rf"^{what}:\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE)
    return 1024 * int(found[1]) if found else 0


def _open_files() -> int:
    return len([*_OPEN.iterdir()]) if sys.platform == "linux" else 0
