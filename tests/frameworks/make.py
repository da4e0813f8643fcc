"""Makes `files/` anew, after `make test-frameworks`: python -m tests.frameworks.make [NAME]."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.frameworks.made import FILES, FRAMEWORKS, ROWS, Framework, run_script

LARGEST = 100_000  # bytes of a graph
GAPS = 3  # rows with an empty cell


def make(framework: Framework) -> None:
    """Keep what the script of one framework wrote, of its rows some."""
    with tempfile.TemporaryDirectory() as folder:
        made = run_script(framework, Path(folder))
        kept = framework.made(FILES / framework.name)
        kept.graph.parent.mkdir(parents=True, exist_ok=True)
        assert made.graph.stat().st_size < LARGEST
        shutil.copyfile(made.graph, kept.graph)
        shutil.copyfile(made.schema, kept.schema)
        places = _places(made.tested.read_text(encoding="utf-8").splitlines()[1:])
        for whole, part in ((made.tested, kept.tested), (made.answers, kept.answers)):
            head, *lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
            part.write_text("".join((head, *(lines[place] for place in places))), encoding="utf-8")


def _places(lines: list[str]) -> list[int]:
    """Return the rows to keep: some with an empty cell, others spread over all: tables may be sorted."""
    gaps = [place for place, line in enumerate(lines) if ",," in line][:GAPS]
    spread = [place * len(lines) // ROWS for place in range(ROWS)]
    return sorted([*gaps, *[place for place in spread if place not in gaps][: ROWS - len(gaps)]])


if __name__ == "__main__":
    for one in FRAMEWORKS:
        if one.name in (sys.argv[1:] or {each.name for each in FRAMEWORKS}):
            make(one)
