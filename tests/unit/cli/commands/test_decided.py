"""A model that was saved with a decision answers by it, and says so."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.models.settings import with_decision
from desktop_app.records.decisions import Costs, Decision
from tests.unit.cli.commands.running import told

DECISION = Decision(value="yes", chance=0.95, costs=Costs(missed=5.0, false=1.0))
SAID = 'It says "yes" from 95 of 100 on, as was decided for this model.'
AS_JSON = {"value": "yes", "chance": 0.95, "costs": {"missed": 5.0, "false": 1.0}}


@pytest.fixture
def decided(model: str, folder: Path) -> str:
    (folder / "decided.hunch").write_bytes(with_decision(folder / model, DECISION))
    return "decided.hunch"


def test_predict_answers_as_was_decided_and_says_so(
    model: str, decided: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("customers.csv", "--out", "answered.csv", "--force")

    _, usual, silent = told(capsys, "predict", model, *asked)
    _, facts, complaints = told(capsys, "predict", decided, *asked)

    assert (usual["decision"], facts["decision"]) == (None, AS_JSON)
    assert SAID in complaints
    assert SAID not in silent
    assert facts["answers"]["counts"].get("yes", 0) < usual["answers"]["counts"]["yes"]


def test_inspect_shows_what_was_decided(model: str, decided: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", decided]) == 0
    assert SAID in capsys.readouterr().out

    _, facts, _ = told(capsys, "inspect", decided)
    _, usual, _ = told(capsys, "inspect", model)

    assert (facts["decision"], usual["decision"]) == (AS_JSON, None)
