"""A list to act on: which rows of an answered file, what to expect of them, and saving it."""

import json
from pathlib import Path

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_answers, stored_table, stored_training
from tests.api.test_results import NUMBER


@pytest.fixture
def brought(workspace: Workspace, training: StoredTraining) -> StoredAnswers:
    """A file of 300 rows whose chances fall from row to row."""
    answers = stored_answers(workspace, training, answered=True)
    rewrite(answers, "1 - (range + 1) / 400")
    return answers


def rewrite(answers: StoredAnswers, chance: str) -> None:
    import duckdb

    goal = Path(answers.folder) / "answers.parquet"
    duckdb.sql(
        f"COPY (SELECT range AS row, 'yes' AS a0, ({chance})::DOUBLE AS a1, (1 - ({chance}))::DOUBLE AS a2, "  # noqa: S608 - ours
        f"({chance})::DOUBLE AS a3, if(range = 1, 'new value', NULL) AS a4 FROM range(300)) TO '{goal}'"
    )


def listed(person: Person, answers: StoredAnswers, query: str = "") -> str:
    return person.get(f"/answers/{answers.id}/list?{query}").text


def test_the_way_to_a_list_stands_beside_the_answers(person: Person, brought: StoredAnswers) -> None:
    assert f'href="/answers/{brought.id}/list"' in person.get(f"/answers/{brought.id}").text


def test_the_surest_rows_are_listed_with_what_to_expect_of_them(
    person: Person, brought: StoredAnswers
) -> None:
    page = listed(person, brought, "by=number&count=40&value=1")

    assert "The list holds 40 rows of 300." in page
    # The chances of rows 1 to 40, which fall from 399 to 360 of 400; of all 300, from 399 to 100.
    assert "By their chances, 38 of them should be &#34;yes&#34;. Of as many picked at random, 25" in page
    assert "1 row on the list has a caution." in page
    assert page.count('class="row-number" scope="row"') == 20
    assert "row 0 column 2" in page


def test_the_other_kind_can_be_listed(person: Person, brought: StoredAnswers) -> None:
    page = listed(person, brought, "by=number&count=3&value=0")

    assert "should be &#34;no&#34;" in page
    assert '<th class="row-number" scope="row">300</th>' in page


def test_all_rows_that_are_likely_enough_are_listed(person: Person, brought: StoredAnswers) -> None:
    assert "The list holds 160 rows of 300." in listed(person, brought, "by=chance&chance=60")
    assert "No row is on this list." in listed(person, brought, "by=chance&chance=100")


def test_rows_are_listed_where_acting_pays(person: Person, brought: StoredAnswers) -> None:
    page = listed(person, brought, "by=gain&benefit=50&cost=40")

    assert "Acting pays where the chance is at least 80 of 100." in page
    assert "The list holds 80 rows of 300." in page
    # The sum of 399 to 320 of 400 is 71.9: 71.9 times 50, less 80 times 40.
    assert "Acting on all of them should gain about 395." in page


def test_acting_that_never_pays_lists_nothing(person: Person, brought: StoredAnswers) -> None:
    page = listed(person, brought, "by=gain&benefit=5&cost=40")

    assert "it pays for no row." in page
    assert "Save the list" not in page


def test_what_it_brings_and_what_it_costs_must_both_be_said(person: Person, brought: StoredAnswers) -> None:
    page = listed(person, brought, "by=gain&benefit=5")

    assert "Say both amounts; 0 where acting costs nothing." in page
    assert "Save the list" not in page


@pytest.mark.parametrize(
    "query",
    [
        *("by=sql", "count=0", "count=x", "by=chance&chance=101", "value=2", "value=-1"),
        "by=gain&benefit=nan&cost=1",
    ],
)
def test_what_cannot_be_listed_is_refused(person: Person, brought: StoredAnswers, query: str) -> None:
    assert person.get(f"/answers/{brought.id}/list?{query}").status_code == 400


def test_before_there_are_answers_there_is_no_list(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    waits = stored_answers(workspace, training)

    answer = person.get(f"/answers/{waits.id}/list")

    assert answer.headers["Location"] == f"/answers/{waits.id}"
    assert person.post(f"/answers/{waits.id}/list/save", kind="csv").status_code == 400


def test_a_browser_gets_the_list_as_a_download_and_stays_with_it(
    person: Person, workspace: Workspace, brought: StoredAnswers, jobs: FakeJobs
) -> None:
    form = {"kind": "csv", "by": "chance", "chance": "60", "count": "7"}
    goes_on = person.post(f"/answers/{brought.id}/list/save", **form)
    job = workspace.jobs.active(brought.id)
    assert job is not None
    assert jobs.orders[-1][1]["pick"] == {"column": 3, "is_lowest": False, "most": None, "limit": 0.6}
    assert f"/answers/{brought.id}/list/progress/{job.id}" in person.get(goes_on.headers["Location"]).text

    out = Path(str(job.params["out"]))
    out.write_text("id\n", encoding="utf-8")
    workspace.land(job, to_json(Written(path=str(out), size=3)))
    over = person.poll(f"/answers/{brought.id}/list/progress/{job.id}?by=chance&chance=60")
    page = person.get(over.headers["HX-Redirect"]).text

    assert "Saved as &#34;march list.csv&#34;" in page
    assert f'href="/exports/{job.id}" data-fetch-now' in page
    assert "The list holds 160 rows of 300." in page


def test_the_window_saves_the_list_where_the_person_says(
    owner: Person, workspace: Workspace, brought: StoredAnswers, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path

    owner.post(f"/answers/{brought.id}/list/save", kind="xlsx", by="number", count="9", value="1")

    job = workspace.jobs.active(brought.id)
    assert job is not None
    assert job.params["out"] == str(tmp_path / "march list.xlsx")


def test_who_thinks_better_of_saving_keeps_the_list(
    owner: Person, workspace: Workspace, brought: StoredAnswers
) -> None:
    answer = owner.post(f"/answers/{brought.id}/list/save", kind="xlsx", by="number", count="9")

    assert "count=9" in answer.headers["Location"]
    assert workspace.jobs.active(brought.id) is None


@pytest.mark.parametrize("form", [{"kind": "exe"}, {"kind": "csv", "by": "gain"}])
def test_what_cannot_be_saved_is_refused(
    person: Person, brought: StoredAnswers, form: dict[str, str]
) -> None:
    assert person.post(f"/answers/{brought.id}/list/save", **form).status_code == 400


@pytest.fixture
def amounts(workspace: Workspace) -> StoredAnswers:
    """A file that was answered with numbers, from 2.5 to 750."""
    import duckdb

    training = stored_training(workspace, stored_table(workspace).id, NUMBER)
    answers = stored_answers(workspace, training, answered=True)
    goal = Path(answers.folder) / "answers.parquet"
    duckdb.sql(
        "COPY (SELECT range AS row, ((range + 1) * 2.5)::DOUBLE AS a0, a0 - 1 AS a1, a0 + 1 AS a2, "  # noqa: S608 - ours
        f"NULL::VARCHAR AS a3 FROM range(300)) TO '{goal}'"
    )
    with_headings(workspace, answers, ["prediction", "low", "high", "caution"])
    return workspace.answers.get(answers.id)


def with_headings(workspace: Workspace, answers: StoredAnswers, headings: list[str]) -> None:
    """Store the answers once more, as those to a number."""
    assert answers.answers is not None
    facts = to_json(answers.answers) | {"headings": headings, "counts": {}, "low": 2.5, "high": 750.0}
    job = workspace.jobs.add("apply", {"table_folder": answers.folder}, lane="short", subject=answers.id)
    file = Path(answers.folder) / "answers.parquet"
    (Path(job.folder) / file.name).write_bytes(file.read_bytes())
    workspace.land(job, json.loads(json.dumps(facts | {"middle": 376.0})))


def test_of_a_number_the_highest_or_the_lowest_are_listed(person: Person, amounts: StoredAnswers) -> None:
    highest, lowest = listed(person, amounts, "count=3"), listed(person, amounts, "count=3&lowest=1")

    assert '<th class="row-number" scope="row">300</th>' in highest
    assert "Their answers lie between 745.00 and 750.00." in highest
    assert '<th class="row-number" scope="row">1</th>' in lowest
    assert "should be" not in highest
