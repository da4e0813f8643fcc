"""What is remembered beside the answers, whatever stands in that file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import SaveError
from desktop_app.jobs.watched import memory as memory_module
from desktop_app.jobs.watched.memory import NAME, Memory
from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Truth
from desktop_app.records.watched import Fate, Handled, Sight
from tests.unit.reports.made import score

SIGHT = Sight(name="june.csv", size=8, modified=5)
SHA = "ab" * 32
TRUTH = Truth(
    score=score(0.7, 0.66, 0.74, rows=300), promised=score(0.88, 0.86, 0.9), holds="worse", known=300
)


def handled(fate: Fate = "answered", **more: Any) -> Handled:
    values: dict[str, Any] = {"sight": SIGHT, "sha256": SHA, "model": "left.hunch", "out": "june.csv"} | more
    return Handled(fate=fate, **values)


def read(folder: Path, model: str = "left.hunch") -> Memory:
    memory = Memory(folder, model)
    memory.refresh()
    return memory


def write(folder: Path, *lines: str) -> None:
    (folder / NAME).write_text("".join(f"{line}\n" for line in lines))


def test_what_was_answered_is_known_after_a_restart(tmp_path: Path) -> None:
    read(tmp_path).add(handled())

    later = read(tmp_path)

    assert later.knows(SIGHT, "anything")
    told = later.told()
    assert (told.answered, told.aside, told.last) == (1, 0, "june.csv")
    assert not later.knows_content("june.csv", "cd" * 32, "anything")


def test_how_right_the_model_was_in_the_last_file_that_can_tell_is_known_after_a_restart(
    tmp_path: Path,
) -> None:
    memory = Memory(tmp_path, "left.hunch", ("old.hunch",))
    for name, model, truth in (("may.csv", "left.hunch", TRUTH), ("june.csv", "old.hunch", TRUTH)):
        sight = replace(SIGHT, name=name)
        memory.add(handled(sight=sight, model=model, at="2026-03-01T10:00:00+00:00", truth=truth))

    told = read(tmp_path).told()

    assert (told.truth, told.truth_file, told.truth_at) == (TRUTH, "may.csv", "2026-03-01T10:00:00+00:00")


@pytest.mark.parametrize(
    "strange",
    [
        {"truth": replace(TRUTH, score=replace(TRUTH.score, value=float("nan")))},
        {"truth": replace(TRUTH, promised=replace(TRUTH.promised, high=7.0))},
        {"at": "yesterday"},
    ],
)
def test_no_line_of_a_stranger_upsets_a_page(tmp_path: Path, strange: dict[str, Any]) -> None:
    write(tmp_path, json.dumps(to_json(handled(**strange))))

    assert read(tmp_path).told().answered == 0


def test_it_is_summed_up_once_until_something_happens(tmp_path: Path) -> None:
    memory = read(tmp_path)
    memory.add(handled())

    before = memory.told()
    assert memory.told() is before
    memory.add(handled(sha256="cd" * 32))

    assert memory.told().answered == 2


def test_another_model_knows_nothing_of_it(tmp_path: Path) -> None:
    read(tmp_path).add(handled())

    assert not read(tmp_path, "other.hunch").knows(SIGHT, "")


def test_what_was_set_aside_is_tried_again_for_something_else(tmp_path: Path) -> None:
    problem = Problem(code="refuse.empty", values={"file": "june.csv"})
    read(tmp_path).add(handled("aside", asked="without", problem=problem))

    later = read(tmp_path)

    assert later.knows(SIGHT, "without")
    assert not later.knows(SIGHT, "with")
    assert [(one.name, one.problem) for one in later.told().reasons] == [("june.csv", problem)]


def test_what_another_program_adds_is_seen(tmp_path: Path) -> None:
    first, second = read(tmp_path), read(tmp_path)

    second.add(handled())
    first.refresh()

    assert first.knows(SIGHT, "")


def test_half_a_line_is_passed_over_and_harms_no_later_one(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"sight": {"na')

    read(tmp_path).add(handled())

    assert read(tmp_path).knows(SIGHT, "")


@pytest.mark.parametrize(("is_there", "known"), [(True, True), (False, False)])
def test_answers_that_are_there_count_though_a_crash_came_before_they_were_noted(
    tmp_path: Path, is_there: bool, known: bool
) -> None:
    read(tmp_path).add(handled("begun"))
    if is_there:
        (tmp_path / "june.csv").write_text("answers")

    assert read(tmp_path).knows(SIGHT, "") is known


def test_answers_to_another_file_do_not_count(tmp_path: Path) -> None:
    read(tmp_path).add(handled("begun"))
    other = Sight(name="june.tsv", size=8, modified=5)
    read(tmp_path).add(handled(sight=other, sha256="cd" * 32))
    (tmp_path / "june.csv").write_text("answers to june.tsv")

    assert not read(tmp_path).knows(SIGHT, "")


@pytest.mark.parametrize(
    "change",
    [
        {"out": "../june.csv"},
        {"out": "/june.csv"},
        {"out": ".."},
        {"sight": {"name": "a/b.csv", "size": 8, "modified": 5}},
        {"fate": "aside", "problem": {"code": "refuse.empty", "values": {"code": "twice"}}},
        {"fate": "aside", "problem": {"code": "refuse.empty", "values": {"file": {"deep": 1}}}},
        {"fate": "gone"},
        {"sight": 7},
    ],
)
def test_a_line_that_is_not_sound_is_not_believed(tmp_path: Path, change: dict[str, Any]) -> None:
    write(tmp_path, json.dumps(to_json(handled()) | change))

    told = read(tmp_path).told()

    assert (told.answered, told.aside) == (0, 0)


def test_garbage_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, "[" * 100_000, "null", "\x00", json.dumps(to_json(handled())))

    assert read(tmp_path).told().answered == 1


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "else").write_text("mine")
    (tmp_path / NAME).symlink_to(tmp_path / "else")

    with pytest.raises(SaveError):
        read(tmp_path)
    assert (tmp_path / "else").read_text() == "mine"


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "LARGEST", 10)
    write(tmp_path, json.dumps(to_json(handled())))

    with pytest.raises(SaveError):
        read(tmp_path)
