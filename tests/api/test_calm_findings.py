"""What was found in a file is told calmly: no caution is hidden in a fold, and what is fine is confirmed."""

import re
from dataclasses import replace
from html import unescape

from desktop_app.records.models import Preflight
from desktop_app.records.notices import Level, Notice
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.reports.two_readings import UNANSWERED
from desktop_app.web.finding_keys import finding_key
from desktop_app.web.findings.listed import findings_among, more_words
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
    assert findings_among([ID, ID, ID, ID, UNKNOWN]).more_words == "3 more notes"


def test_many_findings_fold_away_behind_how_many_there_are() -> None:
    few, many = findings_among([ID] * 2), findings_among([ID] * 9)

    assert (len(few.first), len(few.more)) == (2, 0)
    assert (len(many.first), len(many.more), many.all_words) == (2, 7, "Show all 9")


def test_what_is_fine_is_confirmed_and_undone_alone(person: Person, workspace: Workspace) -> None:
    stored = found_in(workspace, UNKNOWN, ID)
    keys = [finding_key(notice, stored.table) for notice in (UNKNOWN, ID)]
    person.post(f"/tables/{stored.id}/fine", finding=keys[1])

    address = person.post(f"/tables/{stored.id}/fine", finding=keys[0]).headers["Location"]
    page = unescape(person.get(address).text)
    back = unescape(person.get(person.post(f"/tables/{stored.id}/reading/undo").headers["Location"]).text)
    left = workspace.tables.get(stored.id).fine
    again = unescape(person.get(person.post(f"/tables/{stored.id}/reading/redo").headers["Location"]).text)

    assert 'The note about "region" is fine, and it is not shown any more.' in page
    assert f'action="/tables/{stored.id}/reading/undo' in page
    assert left == (keys[1],)
    assert 'Undone: note about "region" put aside.' in back
    assert 'Undo: note about "id" put aside' in back
    assert workspace.tables.get(stored.id).fine == (keys[1], keys[0])
    assert 'The note about "region" is fine' in again


def test_showing_all_notes_again_is_undone_too(person: Person, workspace: Workspace) -> None:
    copies = Notice(code="find.duplicates", values={"count": 2, "row": 4}, level="caution")
    stored = found_in(workspace, copies)
    key = finding_key(copies, stored.table)

    fine = person.get(person.post(f"/tables/{stored.id}/fine", finding=key).headers["Location"]).text
    shown = person.get(person.post(f"/tables/{stored.id}/fine/undo").headers["Location"]).text
    person.post(f"/tables/{stored.id}/reading/undo")

    assert "This note is fine, and it is not shown any more." in fine
    assert "All notes are shown again." in shown
    assert workspace.tables.get(stored.id).fine == (key,)


def test_a_table_in_which_nothing_was_found_has_no_list_and_nothing_to_show(
    person: Person, workspace: Workspace
) -> None:
    plain = found_in(workspace)

    for view in ("data", "data?show=table"):
        page = person.get(f"/tables/{plain.id}/{view}").text
        assert "What was found in the file" not in page
        assert not any(word in page for word in ("Show them", "It is fine", "data-keep-open"))
        above = page.split('aria-labelledby="rows"')[0]
        assert not re.search(r"<(div|ul|section)[^>]*>\s*</\1>", above), "an empty box"


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
    assert "Show all 4" in page
    assert "2 more notes" in page
    assert "until you answer" not in page
    assert "not numbers" not in page


def test_of_a_new_file_that_was_plain_nothing_is_told(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, Preflight(fit="fits", rows=3, notices=()))

    assert "How the file was read" not in person.get(f"/answers/{brought.id}").text
