"""Hunch as a system of a benchmark that compares what learns from tables.

    hunch_adapter.py train --train F --target y --budget 60 --model DIR [--task classification] [--seed 0]
    hunch_adapter.py predict --model DIR --data F --out preds.csv

Both run the program as a person does: `main.py train` and `main.py predict` on the CSV as it comes, import
included, each a process with a worker. A verdict against using the model (exit code 5) leaves a model all the
same, and it is used. `preds.csv` has a row for each row of F, in its order: `prediction`, and `proba_<class>`
for each class. `systems.json` beside this file names it; `compare` fills in which Python runs it.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parents[3]
MODEL = "model.hunch"
USABLE = (0, 5)  # exit codes with which a result was written
WRONG_USE, NOT_ANSWERABLE = 2, 4
CHANCE = "probability: "


def main(arguments: Sequence[str]) -> int:
    """Train or predict as the benchmark asks; return the exit code of the program where it failed."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as folder:
        if asked.command == "train":
            return _train(asked, Path(folder))
        return _predict(asked, Path(folder))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train")
    train.add_argument("--train", required=True)
    train.add_argument("--target", required=True)
    train.add_argument("--budget", default="60")
    train.add_argument("--model", required=True)
    train.add_argument("--task", default="auto")
    train.add_argument("--seed", default="0")
    predict = commands.add_parser("predict")
    predict.add_argument("--model", required=True)
    predict.add_argument("--data", required=True)
    predict.add_argument("--out", required=True)
    return parser


def _train(asked: argparse.Namespace, folder: Path) -> int:
    out = Path(asked.model).absolute()
    out.mkdir(parents=True, exist_ok=True)
    options = ["--budget", asked.budget, "--task", asked.task, "--seed", asked.seed]
    options += ["--out", str(out / MODEL), "--force"]
    code, _ = _hunch(folder, "train", asked.train, "--target", asked.target, *options)
    if code in (
        WRONG_USE,
        NOT_ANSWERABLE,
    ):  # perhaps the program calls the column otherwise than the file does
        name = _name_of(folder, asked.train, asked.target)
        if name != asked.target:
            code, _ = _hunch(folder, "train", asked.train, "--target", name, *options)
    return 0 if code in USABLE else code


def _predict(asked: argparse.Namespace, folder: Path) -> int:
    answered = folder / "answers.parquet"
    model = str(Path(asked.model) / MODEL)
    code, found = _hunch(folder, "predict", model, asked.data, "--out", str(answered))
    if code not in USABLE:
        return code
    chosen = _chosen(found["columns"])
    rows = _rows(answered, chosen)
    expected = _count(Path(asked.data))
    if len(rows) != expected:
        print(f"{len(rows)} answers for {expected} rows", file=sys.stderr)
        return 1
    with Path(asked.out).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(chosen.values())
        out.writerows(rows)
    return 0


def _hunch(folder: Path, command: str, *words: str) -> tuple[int, dict[str, Any]]:
    """Return how the program ended, and what it printed as JSON; its messages go to our stderr."""
    call = [
        sys.executable,
        str(ROOT / "main.py"),
        command,
        *words,
        "--json",
        "--workspace",
        str(folder / "workspace"),
    ]
    done = subprocess.run(call, stdout=subprocess.PIPE, check=False)
    return done.returncode, json.loads(done.stdout) if done.returncode in USABLE else {}


def _name_of(folder: Path, file: str, heading: str) -> str:
    """Return what the program calls the column of this heading."""
    _, found = _hunch(folder, "inspect", file)
    names = [column["name"] for column in found.get("columns", ()) if column["heading"] == heading]
    return names[0] if names else heading


def _chosen(added: Sequence[str]) -> dict[str, str]:
    """Return the columns of the answers that are handed on, and the names the benchmark has for them."""
    chances = {name: f"proba_{name.removeprefix(CHANCE)}" for name in added if name.startswith(CHANCE)}
    return {added[0]: "prediction", **chances}


def _rows(path: Path, chosen: dict[str, str]) -> list[list[Any]]:
    with duckdb.connect() as duck:
        found = duck.execute("SELECT * FROM read_parquet(?)", [str(path)])
        there = [column[0] for column in found.description or ()]
        places = [there.index(name) for name in chosen]
        return [[row[place] for place in places] for row in found.fetchall()]


def _count(path: Path) -> int:
    """Return how many rows a CSV file has below its names; a line without a letter is none."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(bool(row) for row in csv.reader(file)) - 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
