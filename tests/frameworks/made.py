"""The scripts in docs/examples, each run as a person would, in the environment that it asks for."""

import csv
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
ENVIRONMENTS = ROOT / "out" / "frameworks"
FILES = Path(__file__).parent / "files"  # what they exported, to be brought without any of the frameworks
ROWS = 50  # of the tested ones, spread over all, that are kept there


class Framework(NamedTuple):
    """A framework: what its script and its environment are called, and the sample that it learns from."""

    name: str
    table: str

    @property
    def script(self) -> Path:
        return EXAMPLES / f"from_{self.name.replace('-', '_')}.py"

    def made(self, folder: Path) -> "Made":
        return Made(folder / f"{self.table}.onnx")


class Made(NamedTuple):
    """What a script writes."""

    graph: Path

    @property
    def schema(self) -> Path:
        return self.graph.with_suffix(".json")

    @property
    def tested(self) -> Path:
        return self.graph.with_suffix(".tested.csv")

    @property
    def answers(self) -> Path:
        return self.graph.with_suffix(".answers.csv")

    def rows(self, path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


FRAMEWORKS = (
    Framework("scikit-learn", "customers"),
    Framework("pytorch", "penguins"),
    Framework("keras", "houses"),
    Framework("lightgbm", "customers"),
    Framework("xgboost", "houses"),
)


def run_script(framework: Framework, folder: Path) -> Made:
    """Let the script learn and export into *folder*."""
    python = ENVIRONMENTS / framework.name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    assert python.is_file(), "`make test-frameworks` sets up the environments"
    table = ROOT / "ui" / "samples" / f"{framework.table}.csv"
    command = [str(python), "-B", str(framework.script), str(table), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return framework.made(folder)
