"""Batches are answered in their order, by whoever does it, and few of them are on the way at a time."""

import pickle
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from desktop_app.engine.workshop import HERE, Here
from desktop_app.models import answerer
from desktop_app.models.answerer import AnsweredBatch, Answerer, answered_in_turn, answerer_of
from desktop_app.models.batches import Batch
from desktop_app.models.opening import open_model
from tests.unit.brought.made import brought
from tests.unit.models.made import customers, save, trained

T = TypeVar("T")


class Others(Here):
    """Three places elsewhere: what is sent there comes as a copy, and the later batches are done first."""

    places = 3

    def __init__(self) -> None:
        self.shared: list[Any] = []
        self.at_work = self.most = 0
        self._lock = threading.Lock()

    def share(self, thing: T) -> T:
        self.shared.append(thing)
        return pickle.loads(pickle.dumps(thing))  # type: ignore[no-any-return]  # noqa: S301 - it is ours

    def do(self, work: Callable[..., T], *things: object) -> T:
        with self._lock:
            self.at_work += 1
            self.most = max(self.most, self.at_work)
            wait = 0.02 * (6 - self.at_work)
        time.sleep(max(0.0, wait))
        done = work(*things)
        with self._lock:
            self.at_work -= 1
        return done


def batches(taken: list[int]) -> Iterator[Batch]:
    for start in range(0, 200, 20):
        taken.append(start)
        yield Batch(start=start, frame=customers().iloc[start : start + 20].reset_index(drop=True))


def answers(asked: Answerer, hands: Here) -> list[AnsweredBatch]:
    with ThreadPoolExecutor(2) as pool:
        return [*answered_in_turn(asked, batches([]), hands, pool)]


def numbers(found: list[AnsweredBatch]) -> Any:
    return np.concatenate([one.found.predictions.amounts for one in found])


@pytest.mark.parametrize("explain", [False, True])
def test_others_answer_in_the_order_of_the_rows_with_the_same_numbers(explain: bool, tmp_path: Path) -> None:
    save(tmp_path / "model.hunch", "together", "spent")
    asked = answerer_of(open_model(tmp_path / "model.hunch"), None, explain=explain)
    others = Others()

    there, here = answers(asked, others), answers(asked, HERE)

    assert others.shared == [asked]
    assert [one.batch.start for one in there] == [one.batch.start for one in here] == [*range(0, 200, 20)]
    assert numbers(there).tolist() == numbers(here).tolist()
    assert all((one.found.moved is not None) == explain for one in there)
    for one, same in zip(there, here, strict=True):
        if one.found.moved and same.found.moved:
            assert one.found.moved.amounts.tolist() == same.found.moved.amounts.tolist()


def test_only_so_many_batches_are_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, others, taken = Answerer(predictor=trained("linear", "spent").predictor), Others(), list[int]()
    with ThreadPoolExecutor(1) as pool:
        next(answered_in_turn(asked, batches(taken), others, pool))
    assert len(taken) == 6

    taken.clear()
    monkeypatch.setattr(answerer, "CELLS_AHEAD", 2 * customers().iloc[:20].size)
    with ThreadPoolExecutor(1) as pool:
        next(answered_in_turn(asked, batches(taken), others, pool))
    assert len(taken) == 2


def test_what_goes_wrong_there_is_raised_here() -> None:
    class Failing(Others):
        def do(self, work: Callable[..., T], *_things: object) -> T:
            raise FloatingPointError(work.__name__)

    with pytest.raises(FloatingPointError):
        answers(Answerer(predictor=trained("linear", "spent").predictor), Failing())


def test_a_model_that_was_made_elsewhere_can_be_sent(tmp_path: Path) -> None:
    brought(tmp_path)
    asked = answerer_of(open_model(tmp_path / "churn.hunch"), None, explain=True)
    sent = pickle.loads(pickle.dumps(asked))  # noqa: S301 - it is ours
    row = asked.beside
    assert row is not None

    found, same = sent.answers(row), asked.answers(row)

    assert found.predictions.probabilities.tolist() == same.predictions.probabilities.tolist()  # type: ignore[union-attr]
    assert found.moved.amounts.tolist() == same.moved.amounts.tolist()  # type: ignore[union-attr]
    assert pickle.loads(pickle.dumps(asked)).answers(row).moved is not None  # noqa: S301 - after it was used
