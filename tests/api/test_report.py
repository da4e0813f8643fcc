"""The page on which a report is put together: what is in it, its preview, and saving it."""

from pathlib import Path

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.report.html import policy
from desktop_app.web.guard import CONTENT_POLICY, SEAL
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_table, stored_training

TRIED = "Models that were tried"
SANDBOX = "frame-ancestors 'self'; sandbox"


def page(person: Person, training: StoredTraining, query: str = "") -> str:
    return person.get(f"/trainings/{training.id}/report{query}").text


def preview(person: Person, training: StoredTraining, query: str = "") -> str:
    return person.get(f"/reports/{training.id}/preview{query}").text


def test_a_table_without_a_result_says_what_a_report_needs(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    text = person.get(f"/tables/{stored.id}/report").text

    assert "A report needs a result. Learn first." in text
    assert f'href="/tables/{stored.id}/predict"' in text


def test_a_table_leads_to_the_report_of_its_newest_model(person: Person, training: StoredTraining) -> None:
    answer = person.get(f"/tables/{training.table_id}/report")

    assert answer.headers["Location"] == f"/trainings/{training.id}/report"


def test_while_it_learns_there_is_no_report_yet(person: Person, workspace: Workspace) -> None:
    waits = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    assert "It is still learning." in page(person, waits)
    assert person.get(f"/reports/{waits.id}/preview").status_code == 404
    assert person.get(f"/trainings/{waits.id}/report/print").status_code == 404


def test_the_last_step_is_the_report(person: Person, training: StoredTraining) -> None:
    text = page(person, training)

    assert text.count(f'href="/trainings/{training.id}/report"') >= 1
    assert 'aria-current="step"' in text.rpartition('<li><a class="step"')[2]


def test_the_preview_is_in_a_sandbox_and_has_nothing_but_its_style(
    person: Person, training: StoredTraining
) -> None:
    answer = person.get(f"/reports/{training.id}/preview")

    assert answer.headers["Content-Security-Policy"] == f"{policy()}; {SANDBOX}"
    assert {name: answer.headers[name] for name in SEAL if name != "Content-Security-Policy"} == {
        name: value for name, value in SEAL.items() if name != "Content-Security-Policy"
    }
    assert answer.headers["Cache-Control"] == "no-store"
    assert "The answer in short" in answer.text


def test_no_other_page_has_a_policy_of_its_own(person: Person, training: StoredTraining) -> None:
    for where in (f"/trainings/{training.id}/report", f"/trainings/{training.id}/report/print"):
        assert person.get(where).headers["Content-Security-Policy"] == CONTENT_POLICY
    assert person.get("/reports/none/preview").headers["Content-Security-Policy"] == CONTENT_POLICY


def test_the_page_shows_the_preview_as_it_is_wanted(person: Person, training: StoredTraining) -> None:
    text = page(person, training, "?title=Who+leaves%3F&for=experts&chosen=yes&part=short&part=good")

    wanted = "title=Who+leaves?&amp;for=experts&amp;chosen=yes&amp;part=short&amp;part=good"
    assert f'src="/reports/{training.id}/preview?{wanted}"' in text
    assert 'value="Who leaves?"' in text
    assert 'id="for-experts" name="for" value="experts" checked' in text
    assert 'value="short" checked' in text
    assert 'value="matters" checked' not in text


def test_a_section_that_is_not_ticked_is_not_in_it(person: Person, training: StoredTraining) -> None:
    text = preview(person, training, "?chosen=yes&part=short")

    assert "The answer in short" in text
    assert "How good is it?" not in text


def test_experts_get_the_models_that_were_tried(person: Person, training: StoredTraining) -> None:
    assert TRIED not in preview(person, training)
    assert TRIED in preview(person, training, "?for=experts")


def test_who_is_to_read_it_chooses_the_sections_anew(person: Person, training: StoredTraining) -> None:
    plain = {"title": "", "was": "everyone", "chosen": "yes", "part": ["short"]}

    same = person.post(f"/trainings/{training.id}/report", **plain, **{"for": "everyone"})
    other = person.post(f"/trainings/{training.id}/report", **plain, **{"for": "experts"})

    assert same.headers["Location"].endswith("?for=everyone&chosen=yes&part=short")
    assert other.headers["Location"].endswith("?for=experts")


def test_only_sections_of_which_something_is_known_can_be_ticked(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    assert 'value="decisions"' not in page(person, training)

    workspace.trainings.decide(training.id, Decision(value="yes", chance=0.3))

    assert 'value="decisions" checked' in page(person, training)


def test_a_note_is_kept_and_shown(person: Person, workspace: Workspace, training: StoredTraining) -> None:
    person.post(f"/trainings/{training.id}/report", note="Seen by <b>Mia</b>.")

    assert workspace.trainings.get(training.id).note == "Seen by <b>Mia</b>."
    assert "Seen by &lt;b&gt;Mia&lt;/b&gt;." in preview(person, training)
    assert "Seen by &lt;b&gt;Mia&lt;/b&gt;.</textarea>" in page(person, training)


def test_the_first_note_stands_in_the_report_without_a_tick(person: Person, training: StoredTraining) -> None:
    form = {"for": "everyone", "was": "everyone", "chosen": "yes", "part": ["short"], "note": "Seen."}

    unknown = person.post(f"/trainings/{training.id}/report", **form, offered=["short", "good"])
    unticked = person.post(f"/trainings/{training.id}/report", **form, offered=["short", "good", "note"])

    assert "part=note" in unknown.headers["Location"]
    assert "part=good" not in unknown.headers["Location"]
    assert "part=note" not in unticked.headers["Location"]


def test_a_change_brings_the_preview_and_the_ticks_anew(person: Person, training: StoredTraining) -> None:
    answer = person.client.post(
        f"/trainings/{training.id}/report",
        base_url="http://127.0.0.1:4711",
        data={"token": person.token, "for": "experts", "was": "everyone", "chosen": "yes", "note": "x"},
        headers={"HX-Request": "true"},
    )

    assert answer.text.lstrip().startswith('<section class="stack" id="shown"')
    assert 'id="parts" hx-swap-oob="true"' in answer.text
    assert 'value="tried" checked' in answer.text


def test_a_browser_gets_the_report_as_a_download(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    answer = person.post(f"/trainings/{training.id}/report/save", kind="pdf", title="Who?", note="n")
    journey, order = jobs.orders[-1]
    job = workspace.jobs.active(training.id)
    assert job is not None
    out = Path(str(order["out"]))
    watched = person.get(answer.headers["Location"]).text
    out.write_bytes(b"%PDF-1.7")
    workspace.land(job, to_json(Written(path=str(out), size=8)))
    done = person.get(answer.headers["Location"]).text
    download = person.get(f"/exports/{job.id}")

    assert (journey, out.suffix) == ("write_report", ".pdf")
    assert f"/trainings/{training.id}/report/progress/{job.id}?title=Who?" in watched
    assert "Saved as &#34;left report.pdf&#34;, 8 B." in done
    assert download.headers["Content-Disposition"] == 'attachment; filename="left report.pdf"'
    assert download.data == b"%PDF-1.7"


def test_what_is_saved_is_what_the_preview_shows(
    person: Person, training: StoredTraining, jobs: FakeJobs
) -> None:
    person.post(f"/trainings/{training.id}/report/save", kind="html", note="Mine", **{"for": "experts"})

    order = jobs.orders[-1][1]
    wishes, facts = order["wishes"], order["facts"]
    assert isinstance(wishes, dict)
    assert isinstance(facts, dict)
    assert (wishes["audience"], facts["note"], facts["table"]) == ("experts", "Mine", "customers.csv")


def test_the_window_saves_where_the_person_says(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, jobs: FakeJobs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path

    owner.post(f"/trainings/{training.id}/report/save", kind="docx")

    assert jobs.orders[-1][1]["out"] == str(tmp_path / "left report.docx")
    assert dialogs.endings == (".docx", ".html", ".pdf")


def test_who_thinks_better_of_it_saves_nothing(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, jobs: FakeJobs
) -> None:
    before = len(jobs.orders)

    answer = owner.post(f"/trainings/{training.id}/report/save", kind="docx")

    assert len(jobs.orders) == before
    assert "job=" not in answer.headers["Location"]


def test_another_form_is_refused(person: Person, training: StoredTraining) -> None:
    assert person.post(f"/trainings/{training.id}/report/save", kind="exe").status_code == 400


def test_a_report_on_its_way_is_seen_by_who_comes_back_to_the_page(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.jobs.add("write_report", {"out": "x.pdf"}, lane="short", subject=training.id)

    assert 'id="progress"' in page(person, training)


def test_the_job_of_another_is_not_watched(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    other = workspace.jobs.add("write_report", {"out": "x.pdf"}, lane="short", subject="other")

    assert person.get(f"/trainings/{training.id}/report/progress/{other.id}").status_code == 404
    assert 'id="progress"' not in page(person, training, f"?job={other.id}")


def test_the_report_alone_can_be_printed(person: Person, training: StoredTraining) -> None:
    text = person.get(f"/trainings/{training.id}/report/print?for=experts").text

    assert "data-print" in text
    assert TRIED in text
    assert f'href="/trainings/{training.id}/report?for=experts"' in text


@pytest.mark.parametrize(
    "query", ["?part=nonsense&chosen=yes", "?for=nobody&title=%00", "?endpoint=x&_external=1"]
)
def test_an_odd_address_shows_a_report_all_the_same(
    query: str, person: Person, training: StoredTraining
) -> None:
    for where in ("report", "report/print"):
        assert person.get(f"/trainings/{training.id}/{where}{query}").status_code == 200
    assert person.get(f"/reports/{training.id}/preview{query}").status_code == 200
