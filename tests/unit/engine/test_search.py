"""The search: what crashes is noted, what is finished is kept, and the time is that of the given clock."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.kinds.boosting import Boosting
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.search.finished import Finished, read_finished
from desktop_app.engine.search.searching import Search, run_search
from desktop_app.engine.workshop import Fits
from tests.unit.engine.made import MANY, NEVER, TRIED, Learned, question_of, searched, signal


class Later(ThreadPoolExecutor):
    """Does each piece of work when it is asked for, so that a test knows how many have begun."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        class Waiting(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002 - of a Future
                return fn(*args, **kwargs)

        return Waiting()


@dataclass
class Watched:
    """A search on a clock that moves one second a part, and what it told."""

    shares: list[float] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    started: list[tuple[str, float]] = field(default_factory=list)

    def run(
        self, material: Material, folder: Path, *, deadline: float = NEVER, identity: str = "same"
    ) -> list[Finished]:
        search = Search(
            folder=folder,
            identity=identity,
            deadline=deadline,
            clock=lambda: len(self.shares),
            fits=Fits(pool=Later(1)),
            on_part=self.shares.append,
            on_kind=lambda found, _: self.kinds.append(found.facts.kind),
            on_start=lambda kind, share: self.started.append((kind, share)),
        )
        return run_search(search, material)


MATERIAL = question_of(signal(MANY), "left").material
PARTS = len(MATERIAL.split.parts)


class Crashing(Boosting):
    """A kind that fails in the second part."""

    def path(self, conditions: Any, learn: Any, hidden: Any) -> Any:
        if len(hidden.values) == len(MATERIAL.split.parts[1].hidden) and np.array_equal(
            hidden.values, MATERIAL.target.values[MATERIAL.split.parts[1].hidden]
        ):
            raise FloatingPointError("it crashed")
        return super().path(conditions, learn, hidden)


def test_every_kind_answers_for_every_hidden_row_in_every_setting(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material

    for found in kinds_kept_aside.finished:
        assert list(found.answers) == list(range(PARTS))
        for place, part in enumerate(material.split.parts):
            assert found.answers[place].shape == (len(found.facts.settings), len(part.hidden), 2)


def test_no_kind_is_ever_certain(kinds_kept_aside: Learned) -> None:
    for found in kinds_kept_aside.finished:
        answers = np.concatenate(list(found.answers.values()), axis=1)
        assert answers.min() > 0
        np.testing.assert_allclose(answers.sum(axis=-1), 1, rtol=1e-5)


def test_numbers_stay_in_the_range_of_the_rows_learned_from(numbers_kept_aside: Learned) -> None:
    material = numbers_kept_aside.material

    for found in numbers_kept_aside.finished:
        for place, part in enumerate(material.split.parts):
            learned = material.target.values[part.learn]
            assert found.answers[place].min() >= learned.min()
            assert found.answers[place].max() <= learned.max()


def test_a_kind_that_crashes_is_a_failed_record_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(KINDS, "boosting", Crashing())

    found = {one.facts.kind: one for one in searched(MATERIAL, tmp_path)}
    boosting = found.pop("boosting")

    assert (boosting.facts.kind, boosting.facts.failed, dict(boosting.answers)) == ("boosting", True, {})
    assert not any(one.facts.failed for one in found.values())
    left = {one.facts.kind: one.facts.failed for one in read_finished(tmp_path, "the same")}
    assert left == {kind: kind == "boosting" for kind in TRIED}


class Lost(Boosting):
    """A kind that finds no number for one row."""

    def path(self, conditions: Any, learn: Any, hidden: Any) -> Any:
        found = super().path(conditions, learn, hidden)
        found[0, 0] = np.nan
        return found


def test_a_kind_that_finds_no_number_for_a_row_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(KINDS, "boosting", Lost())

    found = {one.facts.kind: one.facts.failed for one in searched(MATERIAL, tmp_path)}

    assert found == {kind: kind == "boosting" for kind in TRIED}


def test_the_same_material_gives_the_same_answers(tmp_path: Path, kinds_kept_aside: Learned) -> None:
    again = searched(question_of(signal(MANY), "left").material, tmp_path)

    for one, other in zip(again, kinds_kept_aside.finished, strict=True):
        for place in range(PARTS):
            np.testing.assert_array_equal(one.answers[place], other.answers[place])


def test_a_search_that_starts_again_does_only_what_is_not_finished(tmp_path: Path) -> None:
    first = Watched().run(MATERIAL, tmp_path)
    (tmp_path / "boosting.json").unlink()
    again = Watched()

    found = again.run(MATERIAL, tmp_path)

    assert len(again.shares) == PARTS
    assert again.kinds == list(TRIED)
    for one, other in zip(found, first, strict=True):
        np.testing.assert_array_equal(one.answers[0], other.answers[0])


def test_what_another_question_left_is_not_taken(tmp_path: Path) -> None:
    Watched().run(MATERIAL, tmp_path, identity="another")
    again = Watched()

    again.run(MATERIAL, tmp_path)

    assert len(again.shares) == len(TRIED) * PARTS


def test_the_share_that_is_done_grows_to_the_whole(tmp_path: Path) -> None:
    watched = Watched()

    watched.run(MATERIAL, tmp_path)

    assert watched.shares == sorted(watched.shares)
    assert watched.shares[-1] == pytest.approx(1)


def test_a_kind_is_named_when_it_begins_with_what_is_expected_of_those_before(tmp_path: Path) -> None:
    watched = Watched()

    watched.run(MATERIAL, tmp_path)

    shares = np.array(MATERIAL.effort.seconds) / sum(MATERIAL.effort.seconds)
    begun = dict(watched.started)
    assert list(begun) == list(TRIED)
    assert list(begun.values()) == pytest.approx(np.cumsum([0, *shares[:-1]]))


@pytest.mark.parametrize(
    ("deadline", "parts"),
    [
        (0.0, [PARTS]),
        (0.5, [PARTS]),
        (PARTS - 0.5, [PARTS]),
        (PARTS + 0.5, [PARTS, 1]),
        (NEVER, [PARTS] * len(TRIED)),
    ],
)
def test_once_the_time_is_up_no_part_begins_but_those_of_the_simplest_kind(
    tmp_path: Path, deadline: float, parts: list[int]
) -> None:
    found = Watched().run(MATERIAL, tmp_path, deadline=deadline)

    assert [len(one.answers) for one in found] == parts
    assert [one.facts.cut for one in found] == [count < PARTS for count in parts]
    assert not any(one.facts.failed for one in found)


def test_the_time_a_kind_took_is_that_of_the_clock(tmp_path: Path) -> None:
    found = Watched().run(MATERIAL, tmp_path)

    assert [one.facts.seconds for one in found] == [PARTS] * len(TRIED)


def test_what_is_finished_is_kept_even_after_the_deadline(tmp_path: Path) -> None:
    Watched().run(MATERIAL, tmp_path)
    (tmp_path / "forest.json").unlink()

    found = Watched().run(MATERIAL, tmp_path, deadline=-1.0)

    assert [one.facts.kind for one in found] == [kind for kind in TRIED if kind != "forest"]
