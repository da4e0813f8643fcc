"""Try it out: the form, the answer beside it, and the states around them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.errors import InternalError
from desktop_app.records.asking import Opening
from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.results import Verdict
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, stored_training, write_rows
from tests.api.trying.conftest import Trier
from tests.api.trying.made import AMOUNT, COSTS, TABLE, TRIED, WARNED, FakeDesk

ROW = "Most likely &#34;yes&#34;. Of 100 rows like this, about 71 are &#34;yes&#34;."


def test_without_a_model_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/try").text

    assert "There is no model to try yet. Learn first." in page
    assert f'class="button primary" href="/tables/{stored.id}/predict"' in page


def test_while_a_model_is_learned_the_page_says_so(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    page = person.get(f"/trainings/{training.id}/try").text
    workspace.jobs.cancel(training.job_id)

    assert "It is still learning." in page
    assert "Learn first." in person.get(f"/trainings/{training.id}/try").text
    assert person.post(f"/trainings/{training.id}/try/answer").status_code == 404


def test_the_step_stands_between_results_and_new_data(trier: Trier) -> None:
    page = trier.look()

    order = [
        page.index(f'<span class="step-name">{step}<')
        for step in ("Results", "Try it out", "Use on new data")
    ]
    assert order == sorted(order)
    assert page.index('aria-current="step"') < page.index('<span class="step-name">Try it out<')


def test_the_page_waits_for_no_model(trier: Trier, desk: FakeDesk) -> None:
    moved = trier.person.get(f"/tables/{trier.training.table_id}/try")
    page = trier.look()

    assert desk.asked == []
    assert moved.headers["Location"].endswith(trier.here)
    assert "Opening the model…" in page
    assert f'hx-post="/trainings/{trier.training.id}/try/answer" hx-trigger="load"' in page


def test_the_usual_row_stands_in_the_fields(trier: Trier) -> None:
    page = trier.look()

    assert 'name="c1" value="18"' in page
    assert "Usual: 2 to 60" in page
    assert 'name="c2" value="19.96"' in page
    assert "EUR" in page
    assert '<option value="West" selected>West</option>' in page
    assert 'type="radio" id="field-c4-1" name="c4" value="no" checked' in page
    assert 'type="date" id="field-c5" name="c5" value="2022-01-08"' in page
    assert page.index('name="c1"') < page.index('name="c2"') < page.index('name="c0"')


def test_the_answer_says_how_sure_it_is_and_why(trier: Trier, desk: FakeDesk, workspace: Workspace) -> None:
    trier.look()
    answer = trier.ask(c1="4", c3="")

    cells = desk.asked[0].cells
    assert (cells["months"], cells["region"], cells["member"]) == (4.0, None, "no")
    folder = workspace.tables.get(trier.training.table_id).folder
    assert desk.openings == [Opening(model=trier.training.model, table_folder=folder)]
    assert ROW in answer
    assert "yes: about 71 of 100" in answer
    assert "Of 100 rows, usually about 27 are &#34;yes&#34;. These values make it about 71." in answer
    assert "&#34;months&#34; is 4: pushes towards &#34;yes&#34;, a lot" in answer
    assert "&#34;price&#34; is empty: pushes away from &#34;yes&#34;, a little" in answer
    assert "It does not show what causes &#34;left&#34;." in answer


def test_a_number_is_answered_with_its_range(person: Person, workspace: Workspace, desk: FakeDesk) -> None:
    desk.replies["answer"] = COSTS
    training = stored_training(workspace, stored_table(workspace, TABLE).id, AMOUNT)

    answer = person.post(f"/trainings/{training.id}/try/answer").text

    assert "Most likely 24.10 EUR. In 8 of 10 cases like this" in answer
    assert "the real value lies between 20.50 EUR and 28.10 EUR." in answer
    assert 'class="answer-range"' in answer
    assert "&#34;months&#34; is 4: 6.10 EUR more than usual" in answer
    assert "&#34;region&#34; is West: 1.50 EUR less than usual" in answer


def test_what_the_person_decided_is_asked_for_and_said(
    person: Person, training: StoredTraining, workspace: Workspace, desk: FakeDesk
) -> None:
    decision = Decision(value="yes", chance=0.9)
    workspace.trainings.decide(training.id, decision)
    desk.replies["answer"] = replace(WARNED, answer="no", cautions=())

    answer = person.post(f"/trainings/{training.id}/try/answer").text

    assert desk.asked[0].decision == decision
    assert "Answered &#34;no&#34;, as you decided." in answer


def test_a_wrong_number_is_said_beside_its_field_and_nothing_is_asked(trier: Trier, desk: FakeDesk) -> None:
    trier.look()
    answer = trier.ask(c1="abc")

    assert desk.asked == []
    assert "It answers as soon as 1 value is mended." in answer
    said = answer[answer.index('id="said-c1"') :]
    assert "&#34;abc&#34; is not a number." in said[: said.index("</div>")]

    mended = trier.ask(c1="1,5")
    said = mended[mended.index('id="said-c1"') :]
    assert said[: said.index("</div>")].endswith('hx-swap-oob="true">')
    assert desk.asked[0].cells["months"] == 1.5


def test_a_value_beyond_is_said_beside_its_field_alone(trier: Trier, desk: FakeDesk) -> None:
    desk.replies["answer"] = WARNED
    trier.look()
    answer = trier.ask(c1="99")

    assert "99 is beyond everything it has seen in &#34;months&#34; (1 to 72)." in answer
    assert "Use 72" in answer
    assert "new value in region: Moon" in answer
    assert "above all it learned from" not in answer
    assert "no better than guessing" not in answer

    assert 'name="c1" value="72"' in trier.press(c1="99", use="c1")


def test_names_and_values_from_a_file_are_text(person: Person, workspace: Workspace) -> None:
    evil = "<script>alert(1)</script>"
    columns = tuple(replace(one, name=evil) if one.name == "region" else one for one in TABLE.columns)
    stored = stored_table(workspace, replace(TABLE, columns=columns))
    features = tuple(evil if name == "region" else name for name in TRIED.features)
    training = stored_training(workspace, stored.id, replace(TRIED, features=features))

    page = person.get(f"/trainings/{training.id}/try").text
    answer = person.post(f"/trainings/{training.id}/try/answer", c3=evil, c0=evil).text

    assert "<script>alert" not in page + answer
    assert "&lt;script&gt;" in page


def test_a_column_that_vanished_is_named_and_left_empty(
    person: Person, workspace: Workspace, desk: FakeDesk
) -> None:
    stored = stored_table(workspace, replace(TABLE, columns=TABLE.columns[1:]))
    training = stored_training(workspace, stored.id, TRIED)

    page = person.get(f"/trainings/{training.id}/try").text
    person.post(f"/trainings/{training.id}/try/answer")

    assert "Neither the table nor the model tells what &#34;months&#34; is like" in page
    assert desk.asked[0].cells["months"] is None


def test_the_row_is_one_of_the_table_as_it_was_learned_from(
    trier: Trier, workspace: Workspace, desk: FakeDesk
) -> None:
    stored = workspace.tables.get(trier.training.table_id)
    order = ImportOrder(path=stored.source, name=stored.name, table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)
    write_rows(Path(job.folder), TABLE)
    workspace.land(job, to_json(replace(TABLE, columns=TABLE.columns[1:], columns_out=TABLE.columns[:1])))

    page = trier.look()
    trier.ask()

    assert 'name="c1" value="18"' in page
    assert desk.openings == [Opening(model=trier.training.model, table_folder=stored.folder)]


def test_a_model_outlives_its_table(
    person: Person, workspace: Workspace, training: StoredTraining, desk: FakeDesk
) -> None:
    workspace.tables.delete(training.table_id)

    page = person.get(f"/trainings/{training.id}/try").text
    person.post(f"/trainings/{training.id}/try/answer")

    assert "Neither the table nor the model tells what" in page
    assert "Start from a real row" not in page
    assert desk.openings == [Opening(model=training.model)]


def test_a_failure_is_said_and_can_be_tried_again(trier: Trier, desk: FakeDesk) -> None:
    desk.replies["answer"] = InternalError("ask.slow")

    answer = trier.ask()

    assert "The model did not answer in time." in answer
    assert 'id="again"' in answer
    assert "Try again" in answer


def test_without_a_desk_the_page_says_that_something_is_wrong(
    here: Any, app_of: Any, training: StoredTraining
) -> None:
    client = app_of(here).test_client()
    client.set_cookie(here.entrance.cookie, here.entrance.session, domain="127.0.0.1")

    page = Person(client, here.entrance.token).post(f"/trainings/{training.id}/try").text

    assert "Try again" in page


def test_a_model_that_guesses_is_tried_with_a_warning(person: Person, workspace: Workspace) -> None:
    guess = replace(TRIED, verdict=Verdict(level="guessing", shape="two"))
    training = stored_training(workspace, stored_table(workspace, TABLE).id, guess)

    page = person.get(f"/trainings/{training.id}/try").text

    assert "This model is no better than guessing. Do not use its answers." in page
