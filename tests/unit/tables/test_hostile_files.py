"""Files damaged by chance are read, or refused in words; `python -m tests.benchmarks fuzz` tries more.

A failure names the number of its file: `python -m tests.benchmarks fuzz 1 NUMBER` reads that one again.
"""

import sys
from pathlib import Path

import pytest

from desktop_app.errors import FileError
from desktop_app.tables.kinds.signatures import recognise
from tests.benchmarks.import_fuzz import Attempt, attempt, outcome_of
from tests.benchmarks.imported import Imported, imported
from tests.benchmarks.mutation_seeds import seeds
from tests.benchmarks.mutations import mutated
from tests.benchmarks.workers import run_all
from tests.unit.tables.misbehaving import misbehave

LOOKED_AT, READ = 150, 8
SECONDS = 20.0


def test_damaged_files_are_recognised_or_refused(tmp_path: Path, scale: float) -> None:
    files, refused = seeds(), 0
    for number in range(round(LOOKED_AT * scale)):
        name, content = mutated(number, files)
        path = tmp_path / name
        path.write_bytes(content)

        try:
            recognise(path, name)
        except FileError:
            refused += 1

    assert 0 < refused < LOOKED_AT * scale


def test_damaged_files_are_read_or_refused_in_words(scale: float) -> None:
    tasks = [Attempt(seed=number) for number in range(round(READ * scale))]

    done = list(run_all(attempt, tasks, seconds=SECONDS))

    outcomes = {one.task.seed: one.failure or (one.result or ("", ""))[1] for one in done}
    assert len(outcomes) == len(tasks)
    assert "read" in outcomes.values()
    assert {number: said for number, said in outcomes.items() if not _is_foreseen(said)} == {}


def _is_foreseen(outcome: str) -> bool:
    return outcome == "read" or outcome.startswith("refuse.")


def test_a_table_that_is_not_as_its_record_says_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,x\n2,y\n", encoding="utf-8")
    found = imported(path, tmp_path / "table")
    assert outcome_of(found) == "read"
    (tmp_path / "table" / "left behind").touch()

    assert outcome_of(found).startswith("FAILED")
    assert outcome_of(Imported(folder=tmp_path / "none", fault="KeyError: 'x'")) == "FAILED: KeyError: 'x'"
    assert outcome_of(Imported(folder=tmp_path / "none", refused="refuse.empty")) == "refuse.empty"


@pytest.mark.skipif(sys.platform == "win32", reason="exit codes are of POSIX")
def test_a_process_that_dies_or_hangs_is_said_and_the_others_go_on() -> None:
    ways = ["fine", "die", "hang", "fine as well"]

    done = {one.task: (one.result, one.failure) for one in run_all(misbehave, ways, seconds=0.05)}

    assert done == {
        "fine": ("fine", ""),
        "die": (None, "died (9)"),
        "hang": (None, "too slow"),
        "fine as well": ("fine as well", ""),
    }
