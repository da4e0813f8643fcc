"""The tables that are measured on: one that is named, or the samples that ship with the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.tables.samples import SAMPLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A table, the column to predict, and how often to measure."""

    file: Path
    target: str
    runs: int


def asked(arguments: Sequence[str], *, runs: int) -> list[Asked]:
    """Return what `[FILE TARGET] [RUNS]` asks for; without a file all samples."""
    *named, last = (*arguments, "") if len(arguments) in (0, 2) else arguments
    runs = int(last) if last else runs
    if named:
        return [Asked(file=Path(named[0]).absolute(), target=named[1], runs=runs)]
    return [Asked(file=sample.path, target=sample.target, runs=runs) for sample in SAMPLES]
