"""What a search leaves in its folder."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.engine.search.finished import Facts, Finished, read_finished, write_finished

FACTS = Facts(kind="boosting", identity="this", settings=(5.0, 15.0), seconds=1.5)
DONE = Finished(facts=FACTS, answers={0: np.eye(3)[None], 11: np.full((2, 3, 1), 0.5)})


def test_a_finished_kind_is_read_back_as_it_was(tmp_path: Path) -> None:
    write_finished(tmp_path, DONE)

    (found,) = read_finished(tmp_path, "this")

    assert found.facts == FACTS
    assert list(found.answers) == [0, 11]
    for place, answers in DONE.answers.items():
        np.testing.assert_array_equal(found.answers[place], answers)


def test_kinds_are_read_from_simple_up_whatever_was_finished_first(tmp_path: Path) -> None:
    write_finished(tmp_path, DONE)
    write_finished(tmp_path, replace(DONE, facts=replace(FACTS, kind="linear")))

    assert [found.facts.kind for found in read_finished(tmp_path, "this")] == ["linear", "boosting"]


def test_a_kind_of_another_question_is_not_read(tmp_path: Path) -> None:
    write_finished(tmp_path, DONE)

    assert read_finished(tmp_path, "that") == []


def test_a_kind_that_failed_has_no_answers(tmp_path: Path) -> None:
    write_finished(tmp_path, Finished(facts=replace(FACTS, failed=True)))

    (found,) = read_finished(tmp_path, "this")

    assert found.facts.failed
    assert found.answers == {}


def test_a_kind_of_which_half_was_written_is_not_there(tmp_path: Path) -> None:
    write_finished(tmp_path, DONE)
    (tmp_path / "boosting.npz").rename(tmp_path / "boosting.npz.part")

    assert read_finished(tmp_path, "this") == []


def test_nothing_but_the_two_files_is_left(tmp_path: Path) -> None:
    write_finished(tmp_path, DONE)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["boosting.json", "boosting.npz"]
