"""A training with a model for each group, its file, and what its answers are for other groups."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.parts import put_together
from desktop_app.engine.training import Trained, train
from desktop_app.errors import ModelError
from desktop_app.models.apiece import notices_of_group, with_groups
from desktop_app.models.impersonal import without_personal
from desktop_app.models.opening import open_model
from desktop_app.models.package import FORMAT, read_package
from desktop_app.models.saving import save_model
from desktop_app.records.each import Each
from desktop_app.records.jobs import Progress
from desktop_app.records.plans import TrainingPlan
from tests.unit.engine.each.made import shops
from tests.unit.engine.made import table_for

PLAN = TrainingPlan(target="sales", exclude=("kind",), each="shop", any_row=True, budget=1.0)


class Clock:
    """Lets the straight-line model be learned, and nothing else."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 0.3
        return self.now


def learn(frame: pd.DataFrame, plan: TrainingPlan, folder: Path, told: list[Progress]) -> Trained:
    folder.mkdir(exist_ok=True)
    return train(frame, table_for(frame), plan, folder, told.append, clock=Clock(), threads=1)


@pytest.fixture(scope="module")
def told() -> list[Progress]:
    return []


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, told: list[Progress]) -> Trained:
    return learn(shops(), PLAN, tmp_path_factory.mktemp("search"), told)


@pytest.fixture(scope="module")
def each(done: Trained) -> Each:
    assert done.evaluation.each is not None
    return done.evaluation.each


@pytest.fixture(scope="module")
def saved(done: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "shops.hunch"
    frame = shops()
    save_model(path, done, table_for(frame), PLAN, frame)
    return path


def test_shops_that_differ_get_models_of_their_own_which_are_better(each: Each) -> None:
    assert not each.is_pooled
    assert each.has_slopes
    assert each.gain.low > 0
    assert each.levels("better") > 10
    assert all(0 < group.own < 1 for group in each.groups)


def test_every_shop_is_counted_and_a_small_one_is_not_named(each: Each) -> None:
    assert each.count == 31
    assert (each.small, each.small_rows) == (1, 3)
    assert "shop 30" not in [group.name for group in each.groups]
    assert sum(each.levels(level) for level in ("better", "unclear", "few")) == each.count


def test_it_says_for_how_many_shops_it_has_learned(told: list[Progress], done: Trained) -> None:
    assert done.evaluation.each is not None
    assert any(one.notice and one.notice.code == "learn.groups" for one in told)
    assert told[-1].notice
    assert told[-1].notice.code == "learn.judging"


def test_a_shop_that_it_has_never_seen_gets_the_model_for_all(done: Trained) -> None:
    frame = shops().assign(shop="another")
    model = done.predictor.learned

    found = done.predictor.answer(frame).amounts
    pooled = replace(done.predictor, model=replace(model, own=None)).answer(frame).amounts

    assert found is not None
    assert pooled is not None
    assert np.array_equal(found, pooled)


def test_kinds_are_compared_as_one_model_for_all(done: Trained, tmp_path: Path) -> None:
    pooled = learn(shops(), replace(PLAN, each=""), tmp_path, [])

    scores = [{one.name: one.score for one in found.evaluation.candidates} for found in (done, pooled)]

    assert scores[0] == scores[1]
    assert done.practice is not None
    assert not np.array_equal(done.practice.answers, pooled.practice.answers)  # type: ignore[union-attr]


def test_rows_without_a_model_of_their_own_have_a_caution(each: Each) -> None:
    frame = pd.DataFrame({"shop": ["shop 01", "another", None, "shop 30"]})

    cells = with_groups(np.full(4, "", dtype=object), frame, each, lambda notice: notice.code)

    assert cells.tolist() == ["", *["caution.no_group"] * 3]
    assert not notices_of_group(frame[:1], each)
    assert notices_of_group(frame[1:2], each)


def test_its_file_answers_as_it_does_and_older_programs_refuse_it(done: Trained, saved: Path) -> None:
    frame = shops()

    found = open_model(saved).predictor.answer(frame).amounts

    assert np.array_equal(found, done.predictor.answer(frame).amounts)  # type: ignore[arg-type]
    assert read_package(saved).manifest.format == FORMAT == 7


def test_its_stored_rows_are_of_shops(saved: Path) -> None:
    columns = read_package(saved).json("golden.json")["columns"]

    assert len({*columns["shop"]} & {f"shop {place:02d}" for place in range(30)}) > 5


def test_without_what_may_point_to_a_person_it_answers_the_same(saved: Path) -> None:
    path = saved.with_name("without.hunch")
    path.write_bytes(without_personal(saved).content)
    frame = shops()
    frame = frame[frame["shop"] != "shop 30"]

    before, after = (open_model(one).predictor.answer(frame).amounts for one in (saved, path))

    assert np.array_equal(before, after)  # type: ignore[arg-type]
    assert b"shop 30" not in path.read_bytes()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("own.weights", lambda array: array[:-1]),
        ("own.weights", lambda array: array[:, :-1]),
        ("own.weights", lambda array: array * np.inf),
        ("own.shares", lambda array: array + 2),
        ("own.features", lambda array: array + 1_000),
        ("own.features", lambda array: array[::-1]),
    ],
)
def test_crafted_arrays_are_refused(done: Trained, name: str, change: object) -> None:
    parts = done.predictor.to_parts()
    arrays = parts.arrays | {name: change(parts.arrays[name])}  # type: ignore[operator]

    with pytest.raises((ValueError, KeyError)):
        put_together(replace(parts, arrays=arrays))


@pytest.mark.parametrize("own", [{"column": "visits"}, {"names": ["a"] * 30}, {"names": []}])
def test_crafted_names_are_refused(done: Trained, own: dict[str, object]) -> None:
    parts = done.predictor.to_parts()
    told: Any = parts.features["own"]

    with pytest.raises(ValueError, match="groups"):
        put_together(replace(parts, features=parts.features | {"own": told | own}))


@pytest.mark.parametrize("said", ["none", "pooled"])
def test_a_file_that_hides_its_groups_is_refused(done: Trained, said: str, tmp_path: Path) -> None:
    each = done.evaluation.each
    assert each is not None
    hidden = None if said == "none" else replace(each, is_pooled=True)
    crafted = replace(done, evaluation=replace(done.evaluation, each=hidden))
    frame, path = shops(), tmp_path / "crafted.hunch"
    save_model(path, crafted, table_for(frame), PLAN, frame)

    with pytest.raises(ModelError) as caught:
        open_model(path)

    assert caught.value.code == "model.unsound"


def test_learned_again_it_is_the_same(done: Trained, tmp_path: Path) -> None:
    again = learn(shops(), PLAN, tmp_path, [])

    assert again.evaluation.each == done.evaluation.each
    assert np.array_equal(again.predictor.learned.own.weights, done.predictor.learned.own.weights)  # type: ignore[union-attr]
