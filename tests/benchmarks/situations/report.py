"""What is said of new files that are not like the one learned from: `... situations FOLDER [PART OF A NAME]`.

FOLDER holds a `datasets.json`. Three models learn from a part of a public table within 15 seconds; the rows
held back come as new files in all ways of `expected`, to `check` and to `predict`. *Changed* are answers that
differ from those to the same row of the clean file, *alone* those of them in rows without a caution. A file
is *silent* where there are such, and nothing more is said of it than of the clean one.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.learner.learned import learn_file
from tests.benchmarks.situations.expected import SITUATIONS
from tests.benchmarks.situations.judging import Outcome, clean_answers, judged
from tests.benchmarks.situations.running import Run
from tests.benchmarks.situations.sources import Source, sources


def main(arguments: Sequence[str]) -> None:
    """Print a line for each model and situation, and how many are silent or otherwise not as expected."""
    folder, part = (*arguments, "")[:2]
    print("| model | new file | check | predict | rows | cautions | changed | alone | not as expected |")
    print("|---|---|---|---|---:|---:|---:|---:|---|")
    faults = [fault for source in sources(Path(folder)) for fault in _told(source, part)]
    print(f"\n{faults.count('silent')} silent, {len(faults)} in all not as expected")


def _told(source: Source, part: str) -> list[str]:
    """Print the lines of one model and return what is not as expected."""
    with tempfile.TemporaryDirectory(prefix="hunch-situations-") as name:
        folder = Path(name)
        source.learn.to_csv(folder / "learn.csv", index=False)
        learned = learn_file(folder / "learn.csv", source.target, source.task, folder / "learned")
        if isinstance(learned, str):
            raise SystemExit(f"{source.name}: {learned}")
        clean, faults = clean_answers(source, learned.model), list[str]()
        for situation in SITUATIONS:
            if part in situation.name:
                outcome = judged(situation, source, learned.model, clean)
                print(f"| {source.name} | {situation.name} | {_line(outcome)} |", flush=True)
                faults += outcome.faults
    return faults


def _line(outcome: Outcome) -> str:
    counts = (outcome.rows, outcome.cautions, outcome.changed, outcome.alone)
    cells = (_run(outcome.check), _run(outcome.predict), *map(str, counts), "; ".join(outcome.faults))
    return " | ".join(cell.replace("|", "/") for cell in cells)


def _run(run: Run) -> str:
    return f"{run.code}: {', '.join(sorted(run.said)) or '-'}"
