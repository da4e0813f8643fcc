"""Whether a damaged file gets past the refusals: `python -m tests.benchmarks fuzz [COUNT] [FOLDER] [FIRST]`.

Each number from FIRST on stands for a file, made of a small one by chance (`mutations`); small files of a
FOLDER are taken as well. It is read in a process under the limits of our own workers. What counts as failure
is an error that has no words for a person, a death of the process, a table that is not what it says, and more
than ten seconds of the processor. The number repeats a failure: COUNT 1, and the number as FIRST.
"""

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.tables.raw import MOST_COLUMNS
from desktop_app.tables.stored.rows import read_rows
from tests.benchmarks.judging import Imported, imported
from tests.benchmarks.mutations import mutated, seeds
from tests.benchmarks.workers import run_all

COUNT, SECONDS = 2_000, 10.0
_LARGEST = 64 * 1024**2  # bytes of what a file of at most 4 MiB may leave


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A number, and where small files are to be found."""

    seed: int
    folder: Path | None = None


def main(arguments: Sequence[str]) -> None:
    """Print what became of all files, and every failure with its number."""
    folder = next((Path(word) for word in arguments if not word.isdecimal()), None)
    numbers = [int(word) for word in arguments if word.isdecimal()]
    count, first = (*numbers, *(COUNT, 0)[len(numbers) :])
    tasks = [Attempt(seed=seed, folder=folder) for seed in range(first, first + count)]
    outcomes: Counter[tuple[str, str]] = Counter()
    failures = []
    slowest = 0.0
    for done in run_all(attempt, tasks, seconds=SECONDS):
        kind, outcome = done.result or (_kind(done.task), f"FAILED: {done.failure}")
        failed = outcome.startswith("FAILED")
        outcomes[kind, "FAILED" if failed else outcome] += 1
        slowest = max(slowest, done.seconds)
        if failed:
            failures.append(f"- {done.task.seed} ({kind}): {outcome}")
            print(failures[-1], flush=True)
    print("\n| kind | outcome | files |\n|---|---|---:|")
    for (kind, outcome), files in sorted(outcomes.items()):
        print(f"| {kind} | {outcome} | {files} |")
    print(f"\n{len(failures)} failures in {count} files; the slowest took {slowest:.1f} s")


_files: dict[Path | None, list[tuple[str, bytes]]] = {}  # of this process, made once


def _file(task: Attempt) -> tuple[str, bytes]:
    if task.folder not in _files:
        _files[task.folder] = seeds(task.folder)
    return mutated(task.seed, _files[task.folder])


def _kind(task: Attempt) -> str:
    return Path(_file(task)[0]).suffix


def attempt(task: Attempt) -> tuple[str, str]:
    """Return the kind of the file and what became of it: "read", the code of a refusal, or "FAILED: ..."."""
    name, content = _file(task)
    with tempfile.TemporaryDirectory(prefix="hunch-fuzz-") as place:
        path = Path(place) / name
        path.write_bytes(content)
        found = imported(path, Path(place) / "table")
        return Path(name).suffix, outcome_of(found)


def outcome_of(found: Imported) -> str:
    """Return how reading ended, and whether a table is as its record says."""
    if found.fault:
        return f"FAILED: {found.fault}"
    if found.table is None:
        return found.refused
    table, left = found.table, sum(file.stat().st_size for file in found.folder.rglob("*") if file.is_file())
    first, last = (read_rows(found.folder, table, start, 1) for start in (0, table.rows - 1))
    after = read_rows(found.folder, table, table.rows, 1)
    if len(first) != 1 or len(last) != 1 or after or not 0 < len(table.columns) <= MOST_COLUMNS:
        return f"FAILED: a table of {table.rows} rows and {len(table.columns)} columns, which it has not"
    if left > _LARGEST or {file.name for file in found.folder.iterdir()} != {"table.json", "table.parquet"}:
        return f"FAILED: it leaves {left} bytes in {sorted(file.name for file in found.folder.iterdir())}"
    return "read"
