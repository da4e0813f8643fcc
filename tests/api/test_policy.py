"""Pages say where the rules of IT cannot be obeyed, and that a changed setting ends a signature."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.model_files import Origin
from desktop_app.records.notices import Notice
from desktop_app.records.stored import StoredTraining
from desktop_app.web.model_file import void_signature
from tests.api.conftest import Person
from tests.unit.models.made import save
from tests.unit.models.signing_made import key_in, signed_by


def test_the_first_page_says_that_the_rules_cannot_be_read(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policy.json").write_text("{")
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    page = person.get("/").text

    assert "The rules of your organisation cannot be read, so the strictest apply." in page
    assert "it is not JSON" in page


def test_without_rules_nothing_is_said(person: Person) -> None:
    assert "organisation" not in person.get("/").text


def test_settings_show_every_rule_and_where_it_stands(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Rules of your organisation" not in person.get("/settings").text
    (tmp_path / "policy.json").write_text('{"export": "off", "contact": "Ann"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    page = person.get("/settings").text

    assert str(tmp_path / "policy.json") in page
    assert "Answers, models, reports and tables may not be saved as files." in page
    assert "Ask Ann about these rules." in page


def test_no_page_saves_anything_where_that_is_off(
    person: Person,
    training: StoredTraining,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "policy.json").write_text('{"export": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    for answer in (
        person.get(f"/trainings/{training.id}/model"),
        person.post(f"/trainings/{training.id}/model"),
        person.post(f"/trainings/{training.id}/without-personal"),
    ):
        assert answer.status_code == 403
        assert "switched off by your organisation" in answer.text


def test_no_folder_is_watched_where_that_is_off(
    person: Person,
    training: StoredTraining,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "policy.json").write_text('{"watch": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    answer = person.post(f"/trainings/{training.id}/watches", folder=str(tmp_path))

    assert answer.status_code == 403


SIGNED = Notice(code="model.signed", values={"signer": "IT of Acme"})


def signed_model(path: Path, decision: Decision | None, *notices: Notice) -> StoredTraining:
    """Return a model that came as a file, of which opening it said *notices*."""
    origin = Origin(file="m.hunch", version="0.1.0", made="2026-01-02T03:04:05+00:00", notices=notices)
    return cast(StoredTraining, SimpleNamespace(model=str(path), decision=decision, origin=origin))


def test_a_setting_that_is_changed_ends_the_signature_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "m.hunch"
    save(path, "linear")
    path.write_bytes(signed_by(path.read_bytes(), key_in(tmp_path)[0]))
    line = Decision(value="yes", chance=0.3)

    assert void_signature(signed_model(path, line, SIGNED)) == (
        "You changed a setting, so the signature of IT of Acme no longer holds. The signed original is kept."
    )
    assert void_signature(signed_model(path, None, SIGNED)) == ""


def test_a_signature_that_nobody_here_believes_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "m.hunch"
    save(path, "linear")
    path.write_bytes(signed_by(path.read_bytes(), key_in(tmp_path)[0]))

    assert void_signature(signed_model(path, Decision(value="yes", chance=0.3))) == ""
