"""Every form in which a model leaves the program, for every kind of model: whether it answers alike.

For each: the largest difference on 1,000 rows (of a workbook in LibreOffice, where that is there, and of a
script on the rows that it learns from), the size, and the seconds that writing takes.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.predictor import Predictor
from desktop_app.models.handover.onnx.checked import asked as asked_graph
from desktop_app.models.handover.onnx.model import onnx_of
from desktop_app.models.handover.portable import packed, portable
from tests.unit.models.handover.asking import OFFICE, computed, filled_in
from tests.unit.models.handover.test_portable import expected, read, rows
from tests.unit.models.handover.test_script import EVERY, as_learned, run, script
from tests.unit.models.handover.workbooks import asked as asked_workbook
from tests.unit.models.handover.workbooks import places_of
from tests.unit.models.made import Kind, customers, trained

ROWS = 1_000
Written = tuple[bytes, float]  # and the seconds it took


def main(_arguments: Sequence[str]) -> None:
    """Print a line a kind and form."""
    frame = rows().sample(ROWS, replace=True, random_state=0).reset_index(drop=True)
    print(f"{'kind':<24}{'form':<8}{'largest difference':>20}{'kB':>10}{'s':>8}")
    scripts = {case: _timed(partial(_script, case)) for case in EVERY}
    answers = _of_scripts({case: written for case, (written, _seconds) in scripts.items()})
    for case in EVERY:
        for form, (content, seconds), difference in (
            *_measured(case, frame),
            ("python", scripts[case], answers[case]),
        ):
            kind = f"{case[0]}, {case[1]}"
            print(f"{kind:<24}{form:<8}{difference:>20.1e}{len(content) / 1000:>10.1f}{seconds:>8.2f}")


def _script(case: tuple[Kind, str]) -> bytes:
    return script(as_learned(*case), case[1]).encode()


def _measured(case: tuple[Kind, str], frame: pd.DataFrame) -> Iterator[tuple[str, Written, float]]:
    whole, plain = trained(*case).predictor, trained(*case, without="remarks").predictor
    page = _timed(lambda: json.dumps(packed(portable(whole))).encode())
    yield "html", page, _apart(read(whole, frame), expected(whole, frame))
    graph = _timed(lambda: onnx_of(plain).SerializeToString())
    found = asked_graph(graph[0], frame, plain.layout)
    numbers = np.column_stack([part for part in found.values() if part.dtype.kind == "f"])
    yield "onnx", graph, _apart(numbers, expected(plain, frame))
    if OFFICE:
        yield "xlsx", *_by_office(plain, frame)


def _by_office(predictor: Predictor, frame: pd.DataFrame) -> tuple[Written, float]:
    started = time.perf_counter()
    content, cells = asked_workbook(predictor, frame)
    written = content, time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        book = computed(filled_in(content, 2, cells), Path(folder))
    places, lines = places_of(book, predictor), range(3, 3 + len(frame))
    found = [[book["Work"][f"{place}{line}"].value for place in places] for line in lines]
    return written, _apart(found, expected(predictor, frame))


def _of_scripts(scripts: dict[tuple[Kind, str], bytes]) -> dict[tuple[Kind, str], float]:
    with tempfile.TemporaryDirectory() as folder:
        told = run({"_".join(case): text.decode() for case, text in scripts.items()}, Path(folder))
    found = {}
    for case in scripts:
        predictor, answers = as_learned(*case), told["_".join(case)]
        names = [f"probability: {name}" for name in predictor.classes] or ["prediction", "low", "high"]
        found[case] = _apart(answers[names].to_numpy(), expected(predictor, customers()))
    return found


def _timed(write: Callable[[], bytes]) -> Written:
    started = time.perf_counter()
    return write(), time.perf_counter() - started


def _apart(found: Any, wanted: Any) -> float:
    """Return the largest difference, beside the size of amounts."""
    one, other = np.asarray(found, dtype=np.float64), np.asarray(wanted, dtype=np.float64)
    return float((np.abs(one - other) / np.maximum(1, np.abs(other))).max())
