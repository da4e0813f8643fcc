"""A model is saved for others: in another form, or without values that may point to a person."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.records.handover import ENDINGS, HandoverKind
from tests.unit.cli.commands.running import told

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_model_is_saved_in_each_form(model: str, folder: Path, capsys: Capture, kind: HandoverKind) -> None:
    out = f"handed{ENDINGS[kind]}"

    code, facts, _ = told(capsys, "export", model, "--to", kind, "--out", out, "--force")

    assert (code, facts["to"]) == (0, kind)
    assert (folder / out).stat().st_size == facts["size"] > 1000


def test_a_model_is_exported_without_personal_values(model: str, capsys: Capture) -> None:
    code, facts, _ = told(
        capsys, "export", model, "--without-personal", "--out", "for-others.hunch", "--force"
    )

    assert code == 0
    assert set(facts) == {"model", "values", "words"}
    assert main(["verify", "for-others.hunch"]) in (0, 5)


def test_an_export_that_changes_nothing_is_refused(model: str, capsys: Capture) -> None:
    assert main(["export", model, "--out", "same.hunch"]) == 2
    assert "--without-personal" in capsys.readouterr().err


def test_what_is_taken_out_is_not_lost(model: str, folder: Path, capsys: Capture) -> None:
    before = (folder / model).read_bytes()

    assert main(["export", model, "--without-personal", "--out", model, "--force"]) == 2

    assert "is the model itself" in capsys.readouterr().err
    assert (folder / model).read_bytes() == before
