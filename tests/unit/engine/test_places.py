"""Where there are more places than here, more is tried; what was tried can be done again anywhere."""

from pathlib import Path

from desktop_app.engine.search.finished import settled_places
from desktop_app.engine.training import Trained, assemble, train
from desktop_app.engine.workshop import HERE, Hands, Here
from desktop_app.records.results import Receipt
from tests.unit.engine.test_training import FRAME, PLAN, TABLE


class Many(Here):
    """A cluster of eight places, which are threads of this computer."""

    places = 8


def learned(folder: Path, hands: Hands, again: Receipt | None = None) -> Trained:
    folder.mkdir()
    return train(FRAME, TABLE, PLAN, folder, lambda _: None, clock=lambda: 0.0, again=again, hands=hands)


def test_what_a_cluster_tried_is_tried_again_at_home(tmp_path: Path) -> None:
    there = learned(tmp_path / "there", Many())
    receipt = there.evaluation.receipt

    assert receipt is not None
    at_home = learned(tmp_path / "home", HERE, receipt)

    assert receipt.places == 8
    assert at_home.evaluation == there.evaluation


def test_what_was_tried_at_home_is_tried_again_on_a_cluster(tmp_path: Path) -> None:
    at_home = learned(tmp_path / "home", HERE)
    receipt = at_home.evaluation.receipt

    assert receipt is not None
    there = learned(tmp_path / "there", Many(), receipt)

    assert receipt.places == 0
    assert there.evaluation == at_home.evaluation


def test_a_search_goes_on_with_the_places_that_it_was_begun_with(tmp_path: Path) -> None:
    assert settled_places(tmp_path) == 0
    assert settled_places(tmp_path, 8) == 8
    assert (settled_places(tmp_path), settled_places(tmp_path, 100)) == (8, 8)


def test_what_a_stopped_search_on_a_cluster_left_is_assembled_as_it_was_planned(tmp_path: Path) -> None:
    there = learned(tmp_path / "there", Many())

    kept = assemble(FRAME, TABLE, PLAN, tmp_path / "there", lambda _: None, clock=lambda: 0.0)

    assert kept.evaluation.candidates == there.evaluation.candidates
    assert kept.evaluation.receipt is not None
    assert kept.evaluation.receipt.places == 8
