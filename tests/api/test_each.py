"""One model for each group in the window: the choice before learning, the results, and the list of groups."""

from dataclasses import replace

from desktop_app.records.each import Each, Gain, GroupResult
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training, table
from tests.api.made_results import plan_of

COLUMN = "shop & <b>Süd</b>"


def group(name: str, **more: object) -> GroupResult:
    made = GroupResult(
        name=name, rows=100, tested=20, error=0.1, pooled=0.12, simple=0.4, level="better", own=0.6
    )
    return replace(made, **more)  # type: ignore[arg-type]


def each(*groups: GroupResult, **more: object) -> Each:
    made = Each(
        column=COLUMN,
        is_pooled=False,
        has_slopes=True,
        groups=groups,
        gain=Gain(value=0.2, low=0.1, high=0.3),
        small=3,
        small_rows=9,
    )
    return replace(made, **more)  # type: ignore[arg-type]


MANY = each(
    *(group(f"shop {place}", rows=1000 - place) for place in range(60)),
    group("odd <i>one</i>", error=0.9, level="unclear", odd=("worse",)),
    group("untested", tested=0, error=0.0, pooled=0.0, simple=0.0, level="few"),
)


def trained(workspace: Workspace, found: Each | None = MANY) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id, replace(EVALUATION, each=found))


def test_the_results_say_how_many_groups_can_be_trusted(person: Person, workspace: Workspace) -> None:
    training = trained(workspace)

    text = person.get(f"/trainings/{training.id}/results").text

    assert "Of 65 groups of" in text
    assert "60 better than their own simplest guess" in text
    assert "20 percent smaller with a model for each group (10 to 30 percent)" in text
    assert "Far more off than groups of about the same size" in text
    assert COLUMN not in text
    assert f'href="/trainings/{training.id}/each"' in text


def test_odd_groups_come_first_and_25_are_on_a_page(person: Person, workspace: Workspace) -> None:
    training = trained(workspace)

    first = person.get(f"/trainings/{training.id}/each").text
    last = person.get(f"/trainings/{training.id}/each?from=50").text

    listed = first.partition('id="groups"')[2]
    assert listed.index("odd &lt;i&gt;one") < listed.index("shop 0<")
    assert "1 to 25 of 62" in first
    assert "Groups behind" in first
    assert "51 to 62 of 62" in last
    assert "untested" in last


def test_groups_are_found_by_name_and_by_verdict(person: Person, workspace: Workspace) -> None:
    address = f"/trainings/{trained(workspace).id}/each"

    assert "1 to 1 of 1" in person.get(f"{address}?find=SHOP+59").text
    assert "No group is called &#34;nowhere&#34;." in person.get(f"{address}?find=nowhere").text
    odd = person.get(f"{address}?kind=odd").text
    assert "1 to 1 of 1" in odd
    assert "further off than groups of its size" in odd
    assert "1 to 25 of 62" in person.get(f"{address}?kind=nonsense&from=-1").text


def test_one_model_for_all_is_said_where_it_is_as_good(person: Person, workspace: Workspace) -> None:
    training = trained(workspace, replace(MANY, is_pooled=True))

    text = person.get(f"/trainings/{training.id}/results").text

    assert "One model for all groups is as good here" in text
    assert "percent smaller" not in text

    listed = person.get(f"/trainings/{training.id}/each").text
    assert "One model for all</th>" not in listed
    assert "Own</th>" not in listed
    assert "Own</th>" in person.get(f"/trainings/{trained(workspace).id}/each").text


def test_results_of_one_model_have_no_page_of_groups(person: Person, workspace: Workspace) -> None:
    training = trained(workspace, None)

    assert person.get(f"/trainings/{training.id}/each").status_code == 303
    assert f"/trainings/{training.id}/each" not in person.get(f"/trainings/{training.id}/results").text


def test_a_model_for_each_value_is_offered_kept_and_ordered(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    made = table()
    columns = [replace(one, distinct=8, missing=0) if one.name == "region" else one for one in made.columns]
    stored = stored_table(workspace, replace(made, columns=tuple(columns)))
    target = next(one.position for one in columns if one.name == "left")
    chosen = next(one.position for one in columns if one.name == "region")

    text = person.get(f"/tables/{stored.id}/predict?target={target}").text
    assert f'<option value="{chosen}">Each value of &#34;region&#34; (8)</option>' in text
    form = {"target": str(target), "was": str(target), "each": str(chosen)}
    changed = person.post(f"/tables/{stored.id}/plan", **form).text
    assert f'<option value="{chosen}" selected>' in changed
    person.post(f"/tables/{stored.id}/trainings", **form)

    assert plan_of(jobs)["each"] == "region"


def test_amounts_are_no_groups_and_numbers_of_shops_are(person: Person, workspace: Workspace) -> None:
    numbers = (
        Column(name=name, type="number", position=at, missing=0, distinct=25, whole=True)
        for at, name in ((4, "minutes"), (5, "shop_id"))
    )
    stored = stored_table(workspace, table("shops.csv", *numbers))

    text = person.get(f"/tables/{stored.id}/predict?target=3").text

    assert "Each value of &#34;shop_id&#34; (25)" in text
    assert "Each value of &#34;minutes&#34;" not in text
