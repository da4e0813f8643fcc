"""A model file whose arrays were crafted is refused, and numbers of any size make no fault of the reader."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.models.arrays import read_array, unpack_arrays, write_arrays
from desktop_app.models.opening import open_model
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import TOGETHER, Kind, customers
from tests.unit.models.sealing import edited, members_of, resealed

ARRAYS = "arrays.npz"
KERNEL, NETWORK = (f"model{list(TOGETHER).index(kind)}" for kind in ("kernel", "network"))


def put(name: str, change: Callable[[Any], Any]) -> Callable[[dict[str, Any]], None]:
    def put_in(arrays: dict[str, Any]) -> None:
        arrays[name] = change(arrays[name])

    return put_in


def gone(name: str) -> Callable[[dict[str, Any]], None]:
    def take_out(arrays: dict[str, Any]) -> None:
        del arrays[name]

    return take_out


def added(name: str, array: Any) -> Callable[[dict[str, Any]], None]:
    def add(arrays: dict[str, Any]) -> None:
        arrays[name] = array

    return add


def one(value: float) -> Callable[[Any], Any]:
    """Return the change of the first number to another."""

    def change(array: Any) -> Any:
        changed = array.copy()
        changed.reshape(-1)[0] = value
        return changed

    return change


def a_column_often(arrays: dict[str, Any]) -> None:
    """Let the means of one column of 4 levels be fifty thousand columns, of which each row fills all."""
    arrays["means.columns"] = np.zeros(50_000, dtype=np.int64)
    arrays["means.starts"] = np.arange(50_001, dtype=np.int64) * 6
    arrays["means.means"] = np.zeros((300_000, 1))
    arrays["means.counts"] = np.zeros(300_000)


def no_layers(arrays: dict[str, Any]) -> None:
    wide = arrays[f"{NETWORK}.weights0"].shape[0]
    arrays[f"{NETWORK}.weights0"] = np.zeros((wide, 0), dtype=np.float32)
    arrays[f"{NETWORK}.start0"] = np.zeros(0, dtype=np.float32)
    arrays[f"{NETWORK}.weights1"] = np.zeros((0, 48), dtype=np.float32)


def more_points(arrays: dict[str, Any]) -> None:
    """Let it bend around so many points that many rows would fill the memory."""
    wide = arrays[f"{KERNEL}.points"].shape[1]
    arrays[f"{KERNEL}.points"] = np.zeros((5_000, wide), dtype=np.float32)
    arrays[f"{KERNEL}.weights"] = np.zeros((5_000, 1))


def wider_layers(arrays: dict[str, Any]) -> None:
    wide = arrays[f"{NETWORK}.weights0"].shape[0]
    arrays[f"{NETWORK}.weights0"] = np.zeros((wide, 20_000), dtype=np.float32)
    arrays[f"{NETWORK}.start0"] = np.zeros(20_000, dtype=np.float32)
    arrays[f"{NETWORK}.weights1"] = np.zeros((20_000, 1), dtype=np.float32)
    arrays[f"{NETWORK}.start1"] = np.zeros(1, dtype=np.float32)
    arrays[f"{NETWORK}.weights2"] = np.zeros((1, 1), dtype=np.float32)


INSIDE: dict[str, Callable[[dict[str, Any]], None]] = {
    "no points": gone(f"{KERNEL}.points"),
    "points as text": put(f"{KERNEL}.points", lambda points: points.astype("U8")),
    "points of two parts": put(f"{KERNEL}.points", lambda points: points.astype(np.complex128)),
    "points in another form": put(f"{KERNEL}.points", lambda points: points.T),
    "one point only": put(f"{KERNEL}.points", lambda points: points[0]),
    "a point that is nowhere": put(f"{KERNEL}.points", one(np.nan)),
    "a weight without end": put(f"{KERNEL}.weights", one(np.inf)),
    "bends that grow": put(f"{KERNEL}.width", lambda width: -width),
    "a width of two": put(f"{KERNEL}.width", lambda width: np.tile(width, 2)),
    "very many points": more_points,
    "a class that is not there": put(f"{KERNEL}.classes", lambda _: np.array([0, 7])),
    "a class below the first": put(f"{KERNEL}.classes", lambda _: np.array([-1, 1])),
    "a class twice": put(f"{KERNEL}.classes", lambda _: np.array([1, 1])),
    "no classes": put(f"{KERNEL}.classes", lambda classes: classes[:0]),
    "classes that are amounts": put(f"{KERNEL}.classes", lambda classes: classes.astype(np.float64)),
    "a layer gone": gone(f"{NETWORK}.weights1"),
    "a layer that is no table": put(f"{NETWORK}.weights0", np.ravel),
    "a layer turned round": put(f"{NETWORK}.weights1", np.transpose),
    "a start that is no number": put(f"{NETWORK}.start0", one(np.nan)),
    "a start too many": put(f"{NETWORK}.start2", lambda start: np.tile(start, 2)),
    "a scale of one": put(f"{NETWORK}.scale", lambda scale: scale[:1]),
    "layers that are very wide": wider_layers,
    "a layer of nothing": no_layers,
    "means of a column that is not there": put("means.columns", lambda _: np.array([9])),
    "means of a column before the first": put("means.columns", lambda _: np.array([-1])),
    "means that begin nowhere": put("means.starts", lambda starts: starts + 10**9),
    "means that begin before all": put("means.starts", lambda starts: starts - 1),
    "means in one line": put("means.means", np.ravel),
    "means as text": put("means.counts", lambda counts: counts.astype("U1")),
    "too many counts": put("means.counts", lambda _: np.zeros(4)),
    "no counts": gone("means.counts"),
    "means of a column very often": a_column_often,
    "a strongest feature beyond the last": added("strongest", np.array([10**9])),
    "a strongest feature before the first": added("strongest", np.array([-1])),
    "one strongest feature very often": added("strongest", np.zeros(1_000_000, dtype=np.int64)),
    "a guess that is no number": put("simplest", one(np.nan)),
    "a centre without end": put("numbers.centers", one(np.inf)),
}


def crafted(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    members = members_of(data)
    packed = unpack_arrays(memoryview(members[ARRAYS]))
    arrays: dict[str, Any] = {name: read_array(content).copy() for name, content in packed.items()}
    change(arrays)
    return resealed(members | {ARRAYS: write_arrays(arrays)})


@pytest.mark.parametrize("attack", INSIDE)
def test_arrays_that_do_not_fit_are_refused(
    attack: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    data = crafted(originals["together"], INSIDE[attack])

    assert refusal(data, tmp_path / "model.hunch") == "model.unsound"


def unasked(data: bytes) -> bytes:
    """Return a file that stores no rows and says so: nothing is asked when it is opened."""

    def silent(golden: Any) -> None:
        golden["answers"] = []
        golden["columns"] = {name: [] for name in golden["columns"]}

    return edited(edited(data, "golden.json", silent), "golden.json", lambda _: None, golden_rows=0)


def as_great_as_can_be(arrays: dict[str, Any]) -> None:
    for name in (f"{NETWORK}.weights0", f"{NETWORK}.weights1", f"{NETWORK}.weights2"):
        arrays[name] = np.where(arrays[name] > 0, 3e38, -3e38).astype(np.float32)
    arrays[f"{KERNEL}.weights"] = np.where(arrays[f"{KERNEL}.weights"] > 0, 1e308, -1e308)


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid value")
def test_numbers_too_great_to_be_summed_leave_answers_that_can_be_read(
    originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    data = unasked(crafted(originals["together"], as_great_as_can_be))
    (tmp_path / "model.hunch").write_bytes(data)

    found = open_model(tmp_path / "model.hunch").predictor.answer(customers())

    assert found.probabilities is not None
    assert np.isfinite(found.probabilities).all()
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1)
