"""Whether a model file gets past the checks: `... attacks [COUNT] [FIRST]`.

First every named attack and every object that would run something; then each number from FIRST on, which
stands for a model file that chance has changed: two of three in their bytes, every third in its parts with
all hashes mended. It is opened in a process under the limits of our own workers. The number repeats a file:
COUNT 1, and the number as FIRST. What becomes of a file is one of these; only the last is a failure:

- it opens, because nothing that matters was changed, and answers every row;
- it is refused with a code that has words;
- something in it ran, another error was raised, its process died, or it took too long.
"""

import functools
import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.errors import FileError, ModelError
from desktop_app.models.opening import open_model
from tests.benchmarks.workers import run_all
from tests.unit.models.attacks.chance import changed_inside, mutated
from tests.unit.models.attacks.gadgets import GADGETS, PROTOCOLS, pickles
from tests.unit.models.attacks.named import attacks
from tests.unit.models.crafting import Crafted
from tests.unit.models.made import Kind, customers, save
from tests.unit.models.sealing import crafted, members_of

COUNT, SECONDS = 15_000, 20.0
KINDS: tuple[Kind, ...] = ("forest", "boosting", "linear", "together")


def main(arguments: Sequence[str]) -> None:
    """Print what became of all files, and every failure with its name or number."""
    count, first = (*map(int, arguments), *(COUNT, 0)[len(arguments) :])
    names = [
        *attacks(),
        *(f"{gadget} {protocol}" for gadget in GADGETS for protocol in PROTOCOLS),
        *pickles(),
    ]
    outcomes: Counter[str] = Counter()
    began = time.monotonic()
    for done in run_all(attempt, [*names, *range(first, first + count)], seconds=SECONDS):
        outcome = done.result or f"FAILED: {done.failure}"
        outcomes["FAILED" if outcome.startswith("FAILED") else outcome] += 1
        if outcome.startswith("FAILED"):
            print(f"- {done.task}: {outcome}", flush=True)
    print("\n| outcome | files |\n|---|---:|")
    for outcome, files in sorted(outcomes.items()):
        print(f"| {outcome} | {files} |")
    seconds = time.monotonic() - began
    print(f"\n{outcomes['FAILED']} failures in {outcomes.total()} files, {seconds:.0f} s")


def attempt(task: str | int) -> str:
    """Return what became of the file that a name or a number stands for."""
    with tempfile.TemporaryDirectory(prefix="hunch-attack-") as place:
        os.chdir(place)  # where whatever runs would leave its mark
        path = Path(place) / "model.hunch"
        path.write_bytes(_named(task) if isinstance(task, str) else _by_chance(task))
        outcome = _outcome(path, must_fail=isinstance(task, str))
        ran = sorted(file.name for file in Path(place).iterdir() if file != path)
        os.chdir("/")
        return f"FAILED: it left {ran}" if ran else outcome


def _outcome(path: Path, *, must_fail: bool) -> str:
    try:
        predictor = open_model(path).predictor
    except (ModelError, FileError) as error:
        return error.code
    except Exception as error:  # noqa: BLE001 - which is what is looked for
        return f"FAILED: {type(error).__name__} while opening"
    if must_fail:
        return "FAILED: it opens"
    try:
        with np.errstate(all="ignore"):
            predictor.answer(customers())
    except Exception as error:  # noqa: BLE001
        return f"FAILED: {type(error).__name__} while answering"
    return "opens and answers"


@functools.cache
def _original(kind: Kind) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        save(Path(folder) / "model.hunch", kind)
        return (Path(folder) / "model.hunch").read_bytes()


def _named(name: str) -> bytes:
    if name in (made := pickles()):
        return made[name]
    if name in (known := attacks()):
        kind, change, _ = known[name]
        return change(_original(kind))
    gadget, _, protocol = name.rpartition(" ")

    def put(payload: Crafted) -> None:
        place = payload.attribute("ExtraTreesClassifier", "criterion")
        place.clear()
        place.update(GADGETS[gadget])
        payload.description["protocol"] = int(protocol)

    return crafted(_original("forest"), put)


def _by_chance(number: int) -> bytes:
    dice, data = np.random.default_rng(number), _original(KINDS[number % len(KINDS)])
    return changed_inside(members_of(data), dice) if number % 3 == 2 else mutated(data, dice)
