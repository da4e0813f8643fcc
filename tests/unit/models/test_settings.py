"""A decision travels inside a model file, changes nothing that was learned, and no nonsense gets in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError, SaveError
from desktop_app.models.canonical import write_json
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from desktop_app.models.package import MEMBERS, SETTINGS, WITHOUT_GRAPH, WITHOUT_SETTINGS, read_package
from desktop_app.models.settings import with_decision
from desktop_app.records.decisions import Costs, Decision
from tests.unit.models.made import customers, save
from tests.unit.models.sealing import edited, members_of, resealed

DECISION = Decision(value="yes", chance=0.3, costs=Costs(missed=250.0, false=40.0))


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "m.hunch"
    save(path)
    return path


@pytest.fixture
def decided(learned: Path, tmp_path: Path) -> Path:
    path = tmp_path / "decided.hunch"
    path.write_bytes(with_decision(learned, DECISION))
    return path


def test_a_decision_comes_back_as_it_was_and_the_model_stays(learned: Path, decided: Path) -> None:
    opened, before = open_model(decided), open_model(learned)

    assert opened.card.decision == read_card(decided).decision == DECISION
    assert before.card.decision is None
    assert read_package(decided).manifest.content == read_package(learned).manifest.content
    chances = opened.predictor.answer(customers()).probabilities
    assert chances is not None
    assert (chances == before.predictor.answer(customers()).probabilities).all()


def test_the_file_that_was_learned_is_not_touched(learned: Path) -> None:
    before = learned.read_bytes()

    with_decision(learned, DECISION)

    assert learned.read_bytes() == before


def test_only_a_file_with_a_decision_asks_for_a_program_that_knows_of_it(
    learned: Path, decided: Path
) -> None:
    assert read_package(learned).manifest.format <= WITHOUT_SETTINGS
    assert read_package(decided).manifest.format == WITHOUT_GRAPH > WITHOUT_SETTINGS
    assert tuple(read_package(learned).members) == MEMBERS
    assert tuple(read_package(decided).members) == (*MEMBERS, SETTINGS)


def test_a_decision_is_replaced_by_the_next(decided: Path, tmp_path: Path) -> None:
    again = Decision(value="no", chance=0.8)

    (tmp_path / "again.hunch").write_bytes(with_decision(decided, again))

    assert read_card(tmp_path / "again.hunch").decision == again


def test_the_same_decision_gives_the_same_bytes(learned: Path) -> None:
    assert with_decision(learned, DECISION) == with_decision(learned, DECISION)


def said(**values: object) -> dict[str, Any]:
    """Return settings with a decision that says something else."""
    return {"decision": {"value": "yes", "chance": 0.3, "costs": {"missed": 0.0, "false": 0.0}} | values}


NONSENSE: dict[str, dict[str, Any]] = {
    "a chance of nothing": said(chance=0.0),
    "a certain chance": said(chance=1.0),
    "a chance below nothing": said(chance=-0.1),
    "a chance above all": said(chance=7),
    "another class": said(value="maybe"),
    "no class": said(value=""),
    "a cost below nothing": said(costs={"missed": -1.0, "false": 0.0}),
    "a cost beyond everything": said(costs={"missed": 1e300, "false": 0.0}),
}
MISSHAPEN: dict[str, Any] = {
    "a chance that is a text": said(chance="0.3"),
    "a chance that is none": said(chance=None),
    "a chance that is a yes": said(chance=True),
    "a class that is a number": said(value=1),
    "costs that are none": said(costs=[1, 2]),
    "a decision that is a list": {"decision": ["yes", 0.3]},
    "a decision without a class": {"decision": {"chance": 0.3}},
    "no settings": [],
    "a text": "decision",
}


@pytest.mark.parametrize("read", [read_card, open_model], ids=("card", "model"))
@pytest.mark.parametrize("what", [*NONSENSE, *MISSHAPEN])
def test_settings_that_cannot_be_followed_are_refused(
    decided: Path, tmp_path: Path, what: str, read: Callable[[Path], object]
) -> None:
    settings = NONSENSE.get(what) or MISSHAPEN[what]
    members = members_of(decided.read_bytes()) | {SETTINGS: write_json(settings)}
    (tmp_path / "m.hunch").write_bytes(resealed(members))

    with pytest.raises(ModelError) as caught:
        read(tmp_path / "m.hunch")

    assert caught.value.code == ("model.unsound" if what in NONSENSE else "model.changed")


@pytest.mark.parametrize("loose", [b"{}\n", b'{"decision": null}', b'{"decision":NaN}', b"\xff"])
def test_settings_in_another_form_are_refused(decided: Path, tmp_path: Path, loose: bytes) -> None:
    (tmp_path / "m.hunch").write_bytes(resealed(members_of(decided.read_bytes()) | {SETTINGS: loose}))

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "m.hunch")

    assert caught.value.code == "model.changed"


def test_settings_of_a_later_version_that_say_more_are_read(decided: Path, tmp_path: Path) -> None:
    more = edited(decided.read_bytes(), SETTINGS, lambda settings: settings.update(notes="ask first"))
    (tmp_path / "m.hunch").write_bytes(more)

    assert open_model(tmp_path / "m.hunch").card.decision == DECISION


def test_a_decision_about_a_number_is_refused(tmp_path: Path) -> None:
    save(tmp_path / "number.hunch", "linear", "spent")
    (tmp_path / "m.hunch").write_bytes(with_decision(tmp_path / "number.hunch", DECISION))

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "m.hunch")

    assert caught.value.code == "model.unsound"


def test_a_decision_in_a_format_that_older_programs_open_is_refused(decided: Path, tmp_path: Path) -> None:
    """They would answer by one half, and nobody would know."""
    (tmp_path / "m.hunch").write_bytes(resealed(members_of(decided.read_bytes()), format=WITHOUT_SETTINGS))

    with pytest.raises(ModelError) as caught:
        read_card(tmp_path / "m.hunch")

    assert caught.value.code == "model.extra_parts"


def test_a_decision_that_was_changed_after_it_was_saved_is_refused(decided: Path, tmp_path: Path) -> None:
    (tmp_path / "m.hunch").write_bytes(decided.read_bytes().replace(b'"chance":0.3', b'"chance":0.4'))

    with pytest.raises(ModelError) as caught:
        read_card(tmp_path / "m.hunch")

    assert caught.value.code == "model.changed"


def test_a_model_that_a_decision_would_make_too_big_to_open_is_not_packed(
    learned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.models.package.LARGEST_FILE", learned.stat().st_size)

    with pytest.raises(SaveError) as caught:
        with_decision(learned, DECISION)

    assert caught.value.code == "save.model_too_big"
