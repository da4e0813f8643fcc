"""Every model file that a release wrote still opens, and answers as it did."""

import math
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.models.opening import open_model
from desktop_app.models.package import FORMAT, read_package
from desktop_app.records.looking_ahead import AnsweredFile
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from tests.compat.make import AHEAD, BROUGHT, COMPARED, HERE, MODELS, NEW, NEWER, ROWS, done, write_parcels
from tests.unit.journeys.asking import cells, do

AHEADS = sorted(HERE.glob(f"*/{AHEAD}.hunch"))
BESIDE = sorted(path for name in COMPARED for path in HERE.glob(f"*/{name}.hunch"))
FILES = sorted({*HERE.glob("*/*.hunch")} - {*AHEADS, *BESIDE})  # that answer rows
LARGEST = 60_000  # bytes
NEAR = 2e-6  # beyond the digits that are written: what computers differ by


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_opens_and_finds_its_stored_answers(path: Path) -> None:
    model = open_model(path)

    assert model.card.golden_rows > 0
    assert model.card.schema.target in ("days", "late")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_answers_new_rows_as_it_did(path: Path, tmp_path: Path) -> None:
    order = PredictFileOrder(model=str(path), path=str(path.parent / NEW), out=str(tmp_path / "out.csv"))
    do("predict_file", order, PredictedFile, tmp_path / "job")

    then, now = cells(path.with_suffix(".csv")), cells(tmp_path / "out.csv")
    width = then[0].index("caution")  # whose words may become others
    assert [row[:width] for row in now[:1]] == [then[0][:width]]
    assert len(now) == len(then) > 10
    for before, after in zip(then[1:], now[1:], strict=True):
        assert all(map(is_same, before[:width], after[:width])), (before, after)


@pytest.mark.parametrize("path", BESIDE, ids=name_of)
def test_it_compares_new_rows_as_it_did(path: Path, tmp_path: Path) -> None:
    order = PredictFileOrder(model=str(path), path=str(path.parent / NEW), out=str(tmp_path / "out.csv"))
    done("predict_any", order, tmp_path / "job")

    then, now = cells(path.with_suffix(".csv")), cells(tmp_path / "out.csv")
    assert len(now) == len(then) > 10
    for before, after in zip(then, now, strict=True):
        assert all(map(is_same, before, after)), (before, after)


@pytest.mark.parametrize("path", AHEADS, ids=name_of)
def test_it_says_what_comes_next_as_it_did(path: Path, tmp_path: Path) -> None:
    newer, out = path.with_name(NEWER), tmp_path / "out.csv"
    order = PredictFileOrder(model=str(path), path=str(newer), out=str(out))

    ahead = do("predict_any", order, AnsweredFile, tmp_path / "job").ahead

    then, now = cells(path.with_suffix(".csv")), cells(out)
    assert ahead
    assert [remark.code for remark in ahead.future.remarks] == []
    assert len(now) == len(then) == 1 + 2 * 6
    for before, after in zip(then, now, strict=True):
        assert all(map(is_same, before, after)), (before, after)


def is_same(then: str, now: str) -> bool:
    """Whether two cells are the same: a number as near as two computers come."""
    try:
        return math.isclose(float(then), float(now), rel_tol=NEAR, abs_tol=NEAR)
    except ValueError:
        return then == now


def test_there_is_one_of_each_form_of_this_release() -> None:
    here = [path for path in (*FILES, *AHEADS, *BESIDE) if path.parent.name == __version__]

    assert {path.stem for path in here} == MODELS.keys() | {BROUGHT, AHEAD, *COMPARED}
    assert {read_package(path).manifest.format for path in here} == set(range(1, FORMAT + 1))
    assert "settings.json" in read_package(HERE / __version__ / "decided.hunch").members


def test_they_stay_small_and_hold_no_row_that_was_learned_from(tmp_path: Path) -> None:
    write_parcels(tmp_path / "rows.csv", ROWS, seed=1)
    parcels = {row[0].encode() for row in cells(tmp_path / "rows.csv")[1:]}

    for path in (*FILES, *AHEADS, *BESIDE):
        assert path.stat().st_size < LARGEST
        assert not any(parcel in path.read_bytes() for parcel in parcels)
