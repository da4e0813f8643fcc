"""What was found in a file is told calmly: no caution is hidden in a fold, and what is fine is confirmed."""

from dataclasses import replace

from desktop_app.records.models import Preflight
from desktop_app.records.notices import Level, Notice
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.reports.two_readings import UNANSWERED
from desktop_app.web.findings.listed import findings_among, more_words
from desktop_app.web.findings.rows import finding_key
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import FITS, stored_answers, stored_table, table
from tests.api.reading_orders import ASKED

FORMULAS = Notice(code="find.no_stored_values", values={"count": 3}, level="caution")
UNKNOWN = Notice(
    code="find.unknown",
    values={"column": "region", "value": "unknown", "count": 8, "rows": 300},
    columns=("region",),
    level="caution",
)
ID = Notice(code="find.id", values={"column": "id"}, columns=("id",))


def found_in(workspace: Workspace, *notices: Notice) -> StoredTable:
    return stored_table(workspace, replace(table(), warnings=notices))


def test_what_folds_away_is_named_by_its_level() -> None:
    levels: list[Level] = ["note", "caution", "note"]

    assert more_words(levels) == "1 more caution, 2 more notes"
    assert more_words(["caution", "caution"]) == "2 more cautions"
    assert findings_among([ID, ID, ID, ID, UNKNOWN]).more_words == "2 more notes"


def test_what_is_fine_is_confirmed_and_undone_alone(person: Person, workspace: Workspace) -> None:
    stored = found_in(workspace, UNKNOWN, ID)
    keys = [finding_key(notice, stored.table) for notice in (UNKNOWN, ID)]
    person.post(f"/tables/{stored.id}/fine", finding=keys[1])

    response = person.post(f"/tables/{stored.id}/fine", finding=keys[0])
    address = response.headers["Location"]
    page = person.get(address).text
    undo = f"/tables/{stored.id}/fine/undo?finding={keys[0]}"
    person.post(undo)

    assert "This note is fine, and it is not shown any more." in page
    assert f'action="{undo}"' in page
    assert workspace.tables.get(stored.id).fine == (keys[1],)
    assert "This note is fine" not in person.get(address).text


def test_leaving_personal_values_out_says_what_it_adds(person: Person, workspace: Workspace) -> None:
    values = {"column": "region", "what": "mail"}
    stored = found_in(workspace, Notice(code="find.personal", values={**values}, columns=("region",)))

    page = person.get(f"/tables/{stored.id}/data").text

    assert "so Hunch does not learn from it unless you tell it to." in page
    assert "Leave it out of the table" in page


def test_open_questions_are_said_before_a_question_is_chosen(person: Person, workspace: Workspace) -> None:
    asked = stored_table(workspace, replace(table(), questions=(replace(ASKED, column="months"),)))
    plain = stored_table(workspace)

    page = person.get(f"/tables/{asked.id}/predict").text

    assert "1 question about this file is open." in page
    assert f'<a href="/tables/{asked.id}/data">Answer in Your data</a>' in page
    assert "open." not in person.get(f"/tables/{plain.id}/predict").text


def test_how_a_new_file_was_read_is_told_beside_whether_it_fits(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    told = (
        Notice(code="import.totals", values={"count": 1, "texts": ["Total"]}),
        Notice(code="import.missing_marks", values={"cells": 2, "marks": ["n/a"]}),
        FORMULAS,
        Notice(code="import.footer", values={"count": 2, "texts": ["checked"]}),
        Notice(code=UNANSWERED, values={"count": 1, "columns": ["months"]}, columns=("months",)),
        Notice(code="find.not_numbers", values={"column": "months"}, columns=("months",)),
    )
    brought = stored_answers(workspace, training, FITS, told=told)

    page = person.get(f"/answers/{brought.id}").text

    assert "How the file was read" in page
    assert "n/a" in page
    assert "Total" in page
    assert "1 more note" in page
    assert "until you answer" not in page
    assert "not numbers" not in page


def test_of_a_new_file_that_was_plain_nothing_is_told(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, Preflight(fit="fits", rows=3, notices=()))

    assert "How the file was read" not in person.get(f"/answers/{brought.id}").text
