"""A model that comes as a file: looked at, refused or accepted."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import ModelError
from desktop_app.journeys.model_files import accept_model, look_at_model
from desktop_app.models.canonical import write_json
from desktop_app.models.content import content_of, unpack
from desktop_app.models.package import pack, read_package
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.model_files import Accepted, AcceptedOther, AcceptOrder, Looked, LookOrder
from tests.compat.make import COMPARED

OLDER = Path(__file__).parents[2] / "compat" / "0.1.0"
PLAIN = OLDER / "plain.hunch"
AHEAD = OLDER / "ahead.hunch"
OTHERS = {AHEAD: "forecast", **dict.fromkeys((OLDER / f"{name}.hunch" for name in COMPARED), "compared")}


def looked_at(path: Path, folder: Path) -> Looked:
    order = LookOrder(path=str(path), name="from a friend.hunch")
    return from_json(Looked, look_at_model(to_json(order), folder, lambda _: None))


def accepted(path: Path, folder: Path) -> Accepted:
    order = AcceptOrder(path=str(path), name="from a friend.hunch")
    return from_json(Accepted, accept_model(to_json(order), folder, lambda _: None))


def resealed(path: Path, member: str, change: dict[str, object], goal: Path) -> Path:
    """Return the same model file with some facts of one part changed, its checksums made to fit."""
    package = read_package(path)
    facts = json.loads(bytes(package.members[member])) | change
    members: dict[str, bytes | memoryview] = {**package.members, member: write_json(facts)}
    content = content_of(members, unpack(members))
    goal.write_bytes(pack(replace(package.manifest, content=content), members))
    return goal


def test_a_file_says_what_it_is_and_its_copy_is_the_same(tmp_path: Path) -> None:
    looked = looked_at(PLAIN, tmp_path)

    assert (looked.name, looked.version) == ("from a friend.hunch", "0.1.0")
    assert looked.rows > 0
    assert (tmp_path / "model.hunch").read_bytes() == PLAIN.read_bytes()


@pytest.mark.parametrize("file", sorted({*OLDER.glob("*.hunch")} - {*OTHERS}), ids=lambda file: file.stem)
def test_files_of_every_form_are_accepted(file: Path, tmp_path: Path) -> None:
    found = accepted(file, tmp_path)

    assert found.evaluation.target == found.plan.target
    assert (found.decision is not None) == (file.stem == "decided")


@pytest.mark.parametrize(("file", "kind"), OTHERS.items(), ids=[file.stem for file in OTHERS])
def test_files_that_answer_no_rows_are_accepted_as_what_they_are(
    file: Path, kind: str, tmp_path: Path
) -> None:
    order = AcceptOrder(path=str(file), name="from a friend.hunch")

    found = from_json(AcceptedOther, accept_model(to_json(order), tmp_path, lambda _: None))

    assert (found.kind, isinstance(found.card, ForecastCard)) == (kind, kind == "forecast")
    assert found.origin.file == "from a friend.hunch"


def test_a_forecast_whose_steps_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    step = {"time": "a-b-c", "value": 1, "low": 0, "high": 2}
    past = [{"time": "2020-01-01", "value": 1}]
    series = [{"name": "", "steps": 1, "past": past, "future": [step]}]
    crafted = resealed(AHEAD, "forecast.json", {"series": series}, tmp_path / "crafted.hunch")

    with pytest.raises(ModelError) as caught:
        looked_at(crafted, tmp_path)

    assert caught.value.code == "model.unsound"


@pytest.mark.parametrize("do", [looked_at, accepted])
def test_what_is_no_model_is_refused_by_the_name_the_person_knows(do: object, tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(b"a,b\n1,2\n")

    with pytest.raises(ModelError) as caught:
        do(tmp_path / "upload", tmp_path)  # type: ignore[operator]

    assert caught.value.code == "model.not_model"
    assert "from a friend.hunch" in caught.value.message


@pytest.mark.parametrize(
    "change",
    [
        {"target": "another"},
        {"classes": ["a", "b", "c"]},
        {"features": ["a"]},
        {"rows": 0},
        {"tested_after": "long" * 10_000},
        {"confusion": {"labels": ["a", "b"], "counts": [[1]]}},
        {"baseline": {"metric": "accuracy", "value": 0.5, "answer": ""}},
        {"seen": 1e305},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_evaluation_that_cannot_be_shown_is_refused_before_anybody_is_asked(
    change: dict[str, object], tmp_path: Path
) -> None:
    crafted = resealed(PLAIN, "evaluation.json", change, tmp_path / "crafted.hunch")

    with pytest.raises(ModelError) as caught:
        looked_at(crafted, tmp_path)

    assert caught.value.code == "model.unsound"


def test_a_part_that_no_page_could_hold_is_refused(tmp_path: Path) -> None:
    crafted = resealed(PLAIN, "evaluation.json", {"padding": "x" * 2**25}, tmp_path / "crafted.hunch")

    with pytest.raises(ModelError) as caught:
        looked_at(crafted, tmp_path)

    assert caught.value.code == "model.unsound"


def test_what_makes_no_report_is_refused(tmp_path: Path) -> None:
    change: dict[str, object] = {"pace": [{"rows": 0, "value": 0.5}] * 2}
    crafted = resealed(PLAIN, "evaluation.json", change, tmp_path / "crafted.hunch")

    with pytest.raises(ModelError) as caught:
        accepted(crafted, tmp_path)

    assert caught.value.code == "model.unsound"
