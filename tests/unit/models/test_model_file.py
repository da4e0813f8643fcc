"""A trained predictor goes into a file and comes out again as it was."""

import errno
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.predictor import Predictions
from desktop_app.engine.training import Trained
from desktop_app.errors import FileError, SaveError
from desktop_app.language import use
from desktop_app.models.canonical import read_json, write_json
from desktop_app.models.card import read_card
from desktop_app.models.content import content_of, unpack
from desktop_app.models.opening import open_model
from desktop_app.models.package import MANIFEST, MEMBERS, looks_like_model, read_package
from desktop_app.models.saving import save_model
from desktop_app.records.results import Misses
from desktop_app.records.tables import SheetName
from tests.unit.models.made import CASES, TYPES, Kind, customers, plan_for, save, table_of, trained

Members = dict[str, bytes | memoryview]


@pytest.mark.parametrize(("kind", "target"), CASES)
def test_a_model_answers_as_before_once_it_is_opened_again(tmp_path: Path, kind: Kind, target: str) -> None:
    save(tmp_path / "model.hunch", kind, target)

    opened = open_model(tmp_path / "model.hunch").predictor.answer(customers())

    before = trained(kind, target).predictor.answer(customers())
    for now, then in zip(_numbers(opened), _numbers(before), strict=True):
        assert np.allclose(now, then, rtol=0, atol=1e-12)


def _numbers(predictions: Predictions) -> list[Any]:
    names = ("probabilities", "amounts", "low", "high")
    return [found for name in names if (found := getattr(predictions, name)) is not None]


def test_the_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    card = save(tmp_path / "model.hunch")

    assert read_card(tmp_path / "model.hunch") == card
    assert card.golden_rows >= 20


def test_a_model_does_not_carry_the_names_of_other_sheets(tmp_path: Path) -> None:
    sheets = (SheetName(name="Customers"), SheetName(name="Notice given", is_hidden=True))
    table = table_of(customers(), TYPES)
    table = replace(table, recipe=replace(table.recipe, sheet="Customers", sheets=sheets))

    card = save_model(tmp_path / "model.hunch", trained(), table, plan_for("left"), customers())

    assert (card.recipe.sheet, card.recipe.sheets) == ("Customers", ())


def test_the_schema_knows_every_value_and_the_range_of_the_rows_with_a_target(tmp_path: Path) -> None:
    frame = customers().copy()
    frame.loc[0, "left"] = None  # the oldest of all, but nobody knows whether she left
    frame.loc[0, "age"] = 99
    table = table_of(frame, TYPES)

    card = save_model(tmp_path / "model.hunch", trained(), table, plan_for("left"), frame)

    features = {feature.name: feature for feature in card.schema.features}
    assert features["age"].maximum == frame["age"][1:].max() < 99
    assert features["age"].missing_share == pytest.approx(10 / 199)
    assert features["plan"].levels == ("basic", "gold", "platinum", "silver")
    assert features["plan"].rare_levels == 1
    assert features["remarks"].levels == ()


def test_the_same_training_gives_the_same_content(tmp_path: Path) -> None:
    first, second = tmp_path / "a.hunch", tmp_path / "b.hunch"
    save(first)
    slower = replace(trained().evaluation, seconds=99.0)
    again = Trained(predictor=trained().predictor, evaluation=slower)
    save_model(second, again, table_of(customers(), TYPES), plan_for("left"), customers())

    assert read_package(first).manifest.content == read_package(second).manifest.content


def test_the_content_is_what_stands_in_the_file_whatever_this_version_would_write(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")
    members: Members = dict(read_package(tmp_path / "model.hunch").members)
    said = read_json(bytes(members["evaluation.json"]))
    del said["stopped"]  # as a version has written it that did not know this yet
    earlier: Members = {**members, "evaluation.json": write_json(said)}

    assert content_of(earlier, unpack(earlier)) != content_of(members, unpack(members))


def test_another_training_gives_another_content(tmp_path: Path) -> None:
    save(tmp_path / "a.hunch", "forest")
    save(tmp_path / "b.hunch", "linear")

    contents = {read_package(tmp_path / name).manifest.content for name in ("a.hunch", "b.hunch")}
    assert len(contents) == 2


def test_the_file_is_a_zip_of_stored_members_that_anyone_can_look_into(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    with zipfile.ZipFile(tmp_path / "model.hunch") as archive:
        assert archive.namelist() == [MANIFEST, *MEMBERS]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert json.loads(archive.read(MANIFEST))["table"] == "customers.csv"


def test_the_card_in_words_names_what_may_identify_people(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    text = bytes(read_package(tmp_path / "model.hunch").members["card.md"]).decode()

    assert 'answer "left" for rows like those in "customers.csv"' in text
    assert 'may identify people: it holds 1 rare value of "plan", words of "remarks"' in text


def test_no_row_of_the_table_is_in_the_file(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    stored = read_package(tmp_path / "model.hunch").json("golden.json")["columns"]
    rows = {tuple(row) for row in customers()[["age", "spent", "plan"]].itertuples(index=False)}

    assert not rows & set(zip(stored["age"], stored["spent"], stored["plan"], strict=True))


def test_the_pairs_that_are_drawn_on_the_page_stay_in_the_workspace(tmp_path: Path) -> None:
    made = trained(target="spent")
    misses = Misses(half=1.0, tenth=4.0, coverage=0.8, pairs=((61.5, 60.0), (44.2, 48.0)), of=2)
    drawn = Trained(predictor=made.predictor, evaluation=replace(made.evaluation, misses=misses))

    save_model(tmp_path / "model.hunch", drawn, table_of(customers(), TYPES), plan_for("spent"), customers())

    found = read_card(tmp_path / "model.hunch").evaluation.misses
    assert found == replace(misses, pairs=(), of=0)


def test_the_card_says_that_single_numbers_are_in_the_file(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    text = bytes(read_package(tmp_path / "model.hunch").members["card.md"]).decode()

    assert "Of its numbers and dates it holds the smallest, the largest and some between." in text


def test_the_language_of_the_maker_does_not_change_the_content(tmp_path: Path) -> None:
    use("de")
    save(tmp_path / "a.hunch")
    use("en")
    save(tmp_path / "b.hunch")

    first, second = read_package(tmp_path / "a.hunch"), read_package(tmp_path / "b.hunch")
    assert first.manifest.content == second.manifest.content


def test_a_folder_that_takes_no_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = tmp_path / "model.hunch"
    goal.write_bytes(b"what was there before")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SaveError) as caught:
        save(goal)

    assert caught.value.code == "error.disk_full"
    assert goal.read_bytes() == b"what was there before"
    assert list(tmp_path.iterdir()) == [goal]


def test_a_model_too_big_to_be_opened_again_is_not_saved_and_its_maker_is_told_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.models.package.LARGEST_FILE", 1000)

    with pytest.raises(SaveError) as caught:
        save(tmp_path / "model.hunch")

    assert caught.value.message.endswith("more than the 1 kB that can be opened. It is not saved.")
    assert caught.value.hint == "Learn again with less time, or from fewer rows."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read", [read_card, open_model, looks_like_model])
def test_a_folder_is_refused_in_our_words(tmp_path: Path, read: Callable[[Path], object]) -> None:
    (tmp_path / "model.hunch").mkdir()

    with pytest.raises(FileError) as caught:
        read(tmp_path / "model.hunch")

    assert caught.value.message == '"model.hunch" cannot be opened: it is not a file.'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("read", [read_card, open_model, looks_like_model])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, read: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "model.hunch")

    with pytest.raises(FileError) as caught:
        read(tmp_path / "model.hunch")

    assert caught.value.code == "error.file_unreadable"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        open_model(tmp_path / "nowhere.hunch")

    assert caught.value.code == "error.file_gone"
