"""Pages on which a model that is not for use meets a new file."""

from dataclasses import replace

import pytest

from desktop_app.records.results import VerdictLevel
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import EVALUATION, stored_answers, stored_table, stored_training


@pytest.mark.parametrize(
    ("level", "words"),
    [("guessing", "no better than guessing"), ("suspicious", "too good to be true")],
)
def test_a_model_that_is_not_for_use_warns_before_and_beside_a_new_file(
    person: Person, workspace: Workspace, level: VerdictLevel, words: str
) -> None:
    doubted = replace(EVALUATION, verdict=replace(EVALUATION.verdict, level=level))
    training = stored_training(workspace, stored_table(workspace).id, doubted)
    brought = stored_answers(workspace, training)

    before = person.get(f"/trainings/{training.id}/apply").text
    beside = person.get(f"/answers/{brought.id}").text

    assert words in before
    assert words in beside
    assert "Answer anyway" in beside
    assert "Answer them" not in beside
