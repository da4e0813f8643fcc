"""Files made to exhaust their reader: each is refused in words, or read at the cost of any other file."""

import os
import tempfile
from pathlib import Path

from tests.benchmarks.import_fuzz import ending_of
from tests.benchmarks.imported import imported
from tests.benchmarks.workers import run_all
from tests.bombs import BOMBS

LONG = ("open quote", "tall parquet")  # to be read; `python -m tests.benchmarks bombs` does
DEADLY = ("far cell", "one string many times")  # they end their process, as tests/api/test_bombs.py sees it
SECONDS = 30.0  # of the processor, where all but one take less than two


def opened(name: str) -> str:
    """Return what becomes of a bomb in a process under the limits of a worker."""
    with tempfile.TemporaryDirectory(prefix="hunch-bomb-") as place:
        path = Path(place) / BOMBS[name].name
        BOMBS[name].write(path, 1)
        found = imported(path, Path(place) / "table")
        if found.fault == "MemoryError":
            os._exit(77)  # as a worker does
        return found.refused or found.fault or "read"


def test_no_bomb_gets_past_the_refusals() -> None:
    names = [name for name in BOMBS if name not in LONG + DEADLY]

    done = list(run_all(opened, names, seconds=SECONDS))

    outcomes = {one.task: ending_of(one.failure) if one.failure else one.result for one in done}
    assert outcomes.keys() == set(names)
    assert {name: said for name, said in outcomes.items() if said not in BOMBS[name].codes} == {}
