"""Doctor tells who looks after many computers which models are in use, and in which state."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.models.package import read_package
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from desktop_app.workspace.trust import add_key
from tests.api.made import stored_answers, stored_table, stored_training
from tests.unit.models.made import save
from tests.unit.models.signing_made import key_in, signed_by

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StoredTraining:
    """Return a model that answered a file and watches a folder."""
    workspace = Workspace(tmp_path / "work")
    monkeypatch.setenv("HUNCH_WORKSPACE", str(workspace.folder))
    training = stored_training(workspace, stored_table(workspace).id)
    save(Path(training.model), "linear")
    stored_answers(workspace, training, answered=True)
    workspace.watches.add(training.id, "/in", "/in/answered")
    workspace.close()
    return training


def reported(capsys: Capture) -> list[dict[str, Any]]:
    main(["doctor", "--json"])
    models: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["models"]
    return models


def test_each_model_is_told_with_its_hash_its_use_and_this_check(
    used: StoredTraining, capsys: Capture
) -> None:
    (model,) = reported(capsys)

    assert model["content"] == read_package(Path(used.model)).manifest.content
    assert (model["id"], model["intact"], model["withdrawn"]) == (used.id, True, False)
    assert (model["files"], model["watches"], model["signed_by"]) == (1, 1, [])
    assert model["last_used"] >= used.created
    assert model["checked"] >= model["last_used"]


def test_who_signed_it_is_told(used: StoredTraining, tmp_path: Path, capsys: Capture) -> None:
    private, public = key_in(tmp_path)
    Path(used.model).write_bytes(signed_by(Path(used.model).read_bytes(), private))
    add_key(tmp_path / "work", public)

    assert [model["signed_by"] for model in reported(capsys)] == [[public.name]]


def test_a_damaged_model_needs_attention(used: StoredTraining, capsys: Capture) -> None:
    data = bytearray(Path(used.model).read_bytes())
    data[len(data) // 2] ^= 1
    Path(used.model).write_bytes(bytes(data))

    assert main(["doctor"]) == 5
    assert "its file is damaged or gone" in capsys.readouterr().out
    assert [(one["intact"], one["content"]) for one in reported(capsys)] == [(False, "")]


def test_a_withdrawn_model_needs_attention(
    used: StoredTraining, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = read_package(Path(used.model)).manifest.content
    (tmp_path / "policy.json").write_text(json.dumps({"revoked": [content]}))
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    assert main(["doctor"]) == 5
    assert "withdrawn by your organisation" in capsys.readouterr().out
    assert [one["withdrawn"] for one in reported(capsys)] == [True]


def test_looking_changes_nothing_and_makes_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "none"))

    assert reported(capsys) == []
    assert not (tmp_path / "none").exists()
