"""The tables by which verdicts are judged are what they are called, and the truth is counted right."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.learner.cases import made_cases, real_cases, write_rows
from tests.benchmarks.learner.learned import Said
from tests.benchmarks.learner.verdicts import _fit


def test_each_made_table_has_its_trap_and_is_the_same_every_time() -> None:
    cases = {case.name: case for case in made_cases()}
    again = {case.name: case for case in made_cases()}

    shares = {name: np.mean([row["outcome"] == "yes" for row in case.learn]) for name, case in cases.items()}
    copies = cases["each row four times"].learn
    assert shares["1 % positives"] == pytest.approx(0.01, abs=0.004)
    assert len({tuple(row.values()) for row in copies}) == len(copies) / 4
    assert all((row["closing fee"] != "") == (row["outcome"] == "yes") for row in cases["leak"].learn)
    assert len(cases["40 rows, little signal"].learn) == 40
    assert [row["day"] for row in cases["drift in time"].learn] == sorted(
        row["day"] for row in cases["drift in time"].learn
    )
    assert cases == again


def test_a_quarter_of_a_real_table_is_kept_aside(tmp_path: Path) -> None:
    lines = "".join(f"{row},{'yes' if row % 2 else ''}\n" for row in range(80))
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(f"x,y\n{lines}".encode()))
    told = [{"name": "t", "file": "t.csv.gz", "target": "y", "task": "classification"}]
    (tmp_path / "datasets.json").write_text(json.dumps(told))

    (case,) = real_cases(tmp_path, 1)

    assert (len(case.learn), len(case.fresh)) == (30, 10)  # rows without an answer are not asked about
    assert not {row["x"] for row in case.learn} & {row["x"] for row in case.fresh}
    written = write_rows(tmp_path / "fresh.csv", case.fresh, without="y").read_text().splitlines()
    assert (written[0], len(written)) == ("x", 11)


def test_percentages_that_fit_have_no_error_and_sure_ones_that_are_wrong_have_much() -> None:
    real = ["a"] * 50 + ["b"] * 50
    halves = Said(classes=("a", "b"), answers=np.full((100, 2), 0.5))
    sure = Said(classes=("a", "b"), answers=np.tile([0.99, 0.01], (100, 1)))
    ranges = Said(
        classes=(), answers=np.zeros((4, 1)), low=np.array([0.0, 0, 0, 2]), high=np.array([1.0, 1, 3, 3])
    )

    assert float(_fit(halves, real)) == pytest.approx(0.5, abs=0.01)  # in order: each tenth is all of one
    assert float(_fit(sure, real)) == pytest.approx(0.5, abs=0.02)
    assert _fit(ranges, ["0.5", "2", "1", "2.5"]) == "75.0 %"
