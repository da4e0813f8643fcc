"""What was chosen to predict goes on when the table changes under it, or its page says why it does not."""

from dataclasses import replace

from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training, table
from tests.api.test_predict import LEFT, REGION, plan_of
from tests.api.test_steps import step


def test_a_choice_goes_on_when_its_columns_are_renamed(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)
    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, shown=REGION)  # which is not ticked
    renamed = tuple(replace(one, name=f"my {one.name}", heading=one.name) for one in table().columns)
    step(workspace, stored, replace(table(), columns=renamed))

    page = person.get(f"/tables/{stored.id}/predict").text
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, exclude=REGION)

    assert f'<option value="{LEFT}" selected>my left' in page
    assert f'name="exclude" value="{REGION}"' in page
    assert (plan_of(jobs)["target"], plan_of(jobs)["exclude"]) == ("my left", ["my region"])
    assert workspace.tables.get(stored.id).plan == TrainingPlan(
        target="left", exclude=("region",), budget=15.0
    )
    trained = stored_training(workspace, stored.id)  # when it had its old name
    person.post(f"/trainings/{trained.id}/again")
    assert plan_of(jobs)["target"] == "my left"


def test_a_column_that_was_to_be_predicted_and_is_left_out_can_be_brought_back(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)
    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT)
    without = replace(table(), columns=table().columns[:LEFT], columns_out=table().columns[LEFT:])
    recipe = replace(without.recipe, wishes=Wishes(columns_out=("left",)))
    step(workspace, stored, replace(without, recipe=recipe))

    page = person.get(f"/tables/{stored.id}/predict").text
    assert "You left &#34;left&#34; out of the table, so it cannot be predicted." in page
    assert f'name="back" value="{LEFT}"' in page
    assert 'id="learn" disabled' in page
    person.post(f"/tables/{stored.id}/reading", part="columns", back=LEFT)
    assert jobs.orders[-1][0] == "import"

    step(workspace, stored, replace(table(), columns=table().columns[:LEFT]))
    gone = person.get(f"/tables/{stored.id}/predict").text
    assert "There is no column &#34;left&#34; any more. Choose another column." in gone
    assert "Bring it back" not in gone
    assert "any more" not in person.get(f"/tables/{stored.id}/predict?target={REGION}").text


def test_a_column_that_is_known_in_time_stays_known_for_this_question(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)
    trained = stored_training(workspace, stored.id)
    person.post(f"/trainings/{trained.id}/known", column="months")

    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, shown=REGION)
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT)
    assert plan_of(jobs)["known"] == ["months"]

    person.post(f"/tables/{stored.id}/trainings", target=REGION, was=REGION)
    assert plan_of(jobs)["known"] == []
