"""What was compared on other pages, in the report: as soon as it is known, and as long as it is wished."""

from dataclasses import replace

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.reporting import ReportOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_training
from tests.api.made_tested import groups_found, models_compared
from tests.unit.reports.made_groups import GROUPS

FAIR, BESIDE = "Is it fair?</h2>", "Compared with other models</h2>"


@pytest.fixture
def older(workspace: Workspace, training: StoredTraining) -> StoredTraining:
    """Another model of the same table, which does with one column less."""
    less = replace(EVALUATION, features=("months",))
    other = stored_training(workspace, training.table_id, less)
    workspace.trainings.rename(other.id, "first try")
    return other


def preview(person: Person, training: StoredTraining, query: str = "") -> str:
    return person.get(f"/reports/{training.id}/preview{query}").text


def test_groups_are_in_the_report_once_they_were_compared(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    before = preview(person, training)
    groups_found(workspace, training)

    after = preview(person, training)

    assert FAIR not in before
    assert FAIR in after
    assert "For &#34;West&#34; it finds 82 of 100 &#34;yes&#34;" in after
    assert "Süd" not in after


def test_who_does_not_wish_it_leaves_it_out(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    groups_found(workspace, training)

    page = person.get(f"/trainings/{training.id}/report").text

    assert 'name="part" value="groups" checked' in page
    assert 'name="part" value="compared"' not in page
    assert FAIR not in preview(person, training, "?chosen=yes&part=short")


def test_groups_say_by_which_decision_they_were_counted(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    kept = Decision(value="yes", chance=0.3)
    groups_found(workspace, training, decision=to_json(kept))
    workspace.trainings.decide(training.id, kept)

    told = preview(person, training)

    assert "as it answered then: &#34;yes&#34; from 30 of 100 on." in told
    assert "decided otherwise" not in told


def test_a_comparison_stands_in_the_reports_of_both_models(
    person: Person, workspace: Workspace, training: StoredTraining, older: StoredTraining
) -> None:
    models_compared(workspace, training, older)

    for one, other in ((training, older), (older, training)):
        told = preview(person, one)
        assert BESIDE in told
        assert f"The model of this report is called &#34;{_name(workspace, one)}&#34;." in told
        assert f"About &#34;{_name(workspace, other)}&#34;:" in told
    assert "It did without: &#34;region&#34;." in preview(person, training)
    assert "It also used: &#34;region&#34;." in preview(person, older)


def test_of_two_comparisons_of_one_pair_the_last_one_counts(
    person: Person, workspace: Workspace, training: StoredTraining, older: StoredTraining
) -> None:
    models_compared(workspace, training, older)
    models_compared(workspace, older, training, low=-0.2, high=0.1)

    told = preview(person, training)

    assert "The difference may be luck." in told
    assert "more than luck" not in told


def test_a_model_that_is_gone_is_not_compared_any_more(
    person: Person, workspace: Workspace, training: StoredTraining, older: StoredTraining
) -> None:
    models_compared(workspace, training, older)

    workspace.trainings.delete(older.id)

    assert BESIDE not in preview(person, training)


def test_others_do_not_get_into_the_report_of_a_model_that_they_are_not_compared_with(
    person: Person, workspace: Workspace, training: StoredTraining, older: StoredTraining
) -> None:
    third = stored_training(workspace, training.table_id)
    models_compared(workspace, training, older)

    assert BESIDE not in preview(person, third)


def test_both_are_saved_with_it_and_outlast_the_next_start(
    person: Person, workspace: Workspace, training: StoredTraining, older: StoredTraining, jobs: FakeJobs
) -> None:
    groups_found(workspace, training)
    models_compared(workspace, training, older)
    workspace.tidy()

    person.post(f"/trainings/{training.id}/report/save", kind="pdf")

    order = from_json(ReportOrder, jobs.orders[-1][1])
    assert order.facts
    assert order.facts.groups == GROUPS
    assert [one.names for one in order.facts.compared] == [("left", "first try")]


def _name(workspace: Workspace, training: StoredTraining) -> str:
    return workspace.trainings.get(training.id).name
