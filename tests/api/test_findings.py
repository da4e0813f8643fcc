"""What was found in a file: each finding has a sentence and buttons, and what they post is understood."""

import re
from dataclasses import replace
from html import unescape

import pytest

from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.notices import Notice, Value
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column, Question, Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.web.finding_keys import finding_key
from desktop_app.web.findings.acts import ACTS
from desktop_app.web.findings.listed import findings
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table

PAID = Column(name="paid on", type="date", position=4, missing=0, distinct=90, minimum=1.6e9, maximum=4e9)
NOTE = Column(name="note", type="text", position=5, missing=0, distinct=200)
ABOUT: dict[str, tuple[tuple[str, ...], dict[str, Value]]] = {
    "find.constant": (("region",), {"value": "West"}),
    "find.empty_column": (("note",), {"count": 298, "rows": 300}),
    "find.id": (("id",), {}),
    "find.repeated_id": (("note",), {"count": 200, "rows": 300}),
    "find.not_numbers": (("months",), {"count": 3, "rows": 300, "values": ["ten"]}),
    "find.not_dates": (("paid on",), {"count": 3, "rows": 300, "values": ["soon"]}),
    "find.not_yes_no": (("left",), {"count": 3, "rows": 300, "values": ["perhaps"]}),
    "find.kept_text": (("note",), {"count": 3, "rows": 300, "values": ["ten"]}),
    "find.code": (("months",), {"value": "999", "count": 8, "rows": 300}),
    "find.unknown": (("region",), {"value": "unknown", "count": 8, "rows": 300}),
    "find.units": (("note",), {"unit_a": "kg", "unit_b": "lb", "count_a": 200, "count_b": 80}),
    "find.factor": (
        ("months",),
        {
            "count": 4,
            "rows": 297,
            "factor": 1000,
            "example": "15000",
            "usual": "14",
            "meant": "15",
            "start": 9e3,
            "end": None,
        },
    ),
    "find.factor_small": (
        ("months",),
        {
            "count": 4,
            "rows": 297,
            "factor": 100,
            "example": "0.1",
            "usual": "14",
            "meant": "10",
            "start": None,
            "end": 0.2,
        },
    ),
    "find.duplicates": ((), {"count": 4, "rows": 300, "row": 12}),
    "find.totals": (("region",), {"count": 2, "rows": 298, "row": 9, "value": "Total"}),
    "find.future": (("paid on",), {"count": 1, "rows": 300, "values": ["2052-03-01"], "start": 2.5e9}),
    "find.reversed": (("paid on", "paid on"), {"count": 1, "rows": 300, "one": "b", "another": "a"}),
    "find.same": (("region", "note"), {"count": 300, "rows": 300}),
    "find.same_kinds": (("region", "note"), {"one": "West", "another": "W"}),
    "find.same_scale": (("months", "note"), {"factor": "2.2046", "one": "10", "another": "22.05"}),
    "find.same_line": (("months", "note"), {"factor": "1.8", "offset": "32", "one": "10", "another": "50"}),
    "find.personal": (("note",), {"what": "mail", "count": 200, "values": ["a@example.org"]}),
}


def about(code: str) -> Notice:
    columns, values = ABOUT[code]
    named = dict(zip(("column", "other"), columns, strict=False))
    return Notice(code=code, values={**named, **values}, columns=columns, level="caution")


def found_in(workspace: Workspace, *notices: Notice) -> StoredTable:
    return stored_table(workspace, replace(table("customers.csv", PAID, NOTE), warnings=notices))


def forms_of(page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return where each button of the findings posts, and the fields that it sends."""
    acts = "".join(re.findall(r'<div class="row finding-acts">(.*?)</div>', page, re.DOTALL))
    found = []
    for address, form in re.findall(r'<form method="post" action="([^"]+)">(.*?)</form>', acts, re.DOTALL):
        fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
        found.append((address, [(name, unescape(value)) for name, value in fields if name != "token"]))
    return found


def test_every_code_with_buttons_is_tried_here() -> None:
    assert {code for code in ACTS if not code.endswith("_many")} == set(ABOUT)


@pytest.mark.parametrize("code", sorted(ABOUT))
def test_each_finding_has_a_sentence_and_its_forms_are_accepted(
    code: str, person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    notice = about(code)
    stored = found_in(workspace, notice)

    page = person.get(f"/tables/{stored.id}/data").text
    forms = forms_of(page)

    sentence = notice_text(notice)
    assert sentence
    assert "{" not in sentence
    assert sentence in unescape(page)
    assert len(forms) == len(ACTS[code]) + 1
    for address, fields in forms:
        answer = person.post(address, **fields_of(fields))
        assert answer.status_code == 303
        assert "refused" not in answer.headers["Location"]
    steps = [params for journey, params in jobs.orders if journey == "import"]
    assert len(steps) == len(ACTS[code])
    assert all(params["wishes"] != to_json(stored.table.recipe.wishes) for params in steps)


def fields_of(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: [value for other, value in fields if other == name] for name, _value in fields}


@pytest.mark.parametrize("code", sorted(code for code in ABOUT if code != "find.duplicates"))
def test_what_is_asked_for_names_the_column_of_the_finding(
    code: str, person: Person, workspace: Workspace
) -> None:
    notice = about(code)
    stored = found_in(workspace, notice)
    places = {str(column.position) for column in stored.table.columns if column.name in notice.columns}

    forms = forms_of(person.get(f"/tables/{stored.id}/data").text)

    named = {value for _address, fields in forms for name, value in fields if name in ("column", "leave")}
    assert named <= places


@pytest.mark.parametrize(
    ("code", "only"),
    [
        ("find.factor", {"column": 1, "start": 9e3}),
        ("find.factor_small", {"column": 1, "end": 0.2}),
        ("find.future", {"column": 4, "start": 2.5e9}),
        ("find.totals", {"column": 2, "value": "Total"}),
        ("find.unknown", {"column": 2, "value": "unknown"}),
        ("find.reversed", {"column": 4, "behind": 4}),
        ("find.duplicates", {"column": 0, "is_repeated": True}),
        ("find.not_numbers", {"column": 1}),
    ],
)
def test_the_rows_of_a_finding_can_be_shown(
    code: str, only: dict[str, JSON], person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    notice = about(code)
    stored = found_in(workspace, notice)
    key = finding_key(notice, stored.table)

    page = person.get(f"/tables/{stored.id}/data").text
    person.post(f"/tables/{stored.id}/views", finding=key)

    assert f'href="/tables/{stored.id}/data?finding={key}#rows"' in page
    nothing = {"value": None, "start": None, "end": None, "behind": None, "is_repeated": False}
    assert jobs.orders[-1][1]["view"]["only"] == {**nothing, **only}  # type: ignore[index,call-overload]


def test_rows_of_a_finding_that_is_not_there_are_refused(person: Person, workspace: Workspace) -> None:
    stored = found_in(workspace, about("find.id"))

    answer = person.post(f"/tables/{stored.id}/views", finding="0123456789abcdef")

    assert answer.status_code == 400


def test_what_is_fine_is_not_shown_again_until_it_is_asked_for(person: Person, workspace: Workspace) -> None:
    stored = found_in(workspace, about("find.future"), about("find.unknown"))
    key = finding_key(about("find.future"), stored.table)

    person.post(f"/tables/{stored.id}/fine", finding=key)
    page = person.get(f"/tables/{stored.id}/data").text
    person.post(f"/tables/{stored.id}/fine/undo")
    again = person.get(f"/tables/{stored.id}/data").text

    assert "lies in the future" not in page
    assert "counts as a kind of its own" in page
    assert "1 note is hidden" in page
    assert "lies in the future" in again
    assert "is hidden" not in again


def test_a_finding_stays_fine_when_its_column_gets_another_name(workspace: Workspace) -> None:
    named = table("customers.csv", replace(PAID, name="date", heading="paid on"))
    notice = replace(about("find.future"), columns=("date",))

    assert finding_key(notice, named) == finding_key(about("find.future"), table("customers.csv", PAID))


def test_only_a_finding_of_the_table_can_be_fine(person: Person, workspace: Workspace) -> None:
    stored = found_in(workspace, about("find.id"))

    assert person.post(f"/tables/{stored.id}/fine", finding="no key").status_code == 400


def made_of(*columns: Column) -> Table:
    return replace(table("customers.csv", *columns), warnings=())


def constant(place: int) -> Column:
    name = f"same {place}"
    note = Notice(code="find.constant", values={"column": name, "value": "1"}, columns=(name,))
    return Column(name=name, type="number", position=place, missing=0, distinct=1, notes=(note,))


def test_what_many_columns_have_in_common_is_said_once(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, made_of(*(constant(place) for place in range(4, 9))))

    page = person.get(f"/tables/{stored.id}/data").text

    assert [notice.code for notice in findings(stored.table)] == ["find.constant_many"]
    assert "5 columns hold the same value in every row" in page
    (_address, fields), *_fine = forms_of(page)
    assert [value for name, value in fields if name == "leave"] == ["4", "5", "6", "7", "8"]


def test_two_columns_that_hold_one_value_are_named_each() -> None:
    assert [one.code for one in findings(made_of(constant(4), constant(5)))] == ["find.constant"] * 2


def test_what_a_question_asks_is_no_finding_beside_it() -> None:
    asked = Question(code="import.code_question", column="months", examples=("999",), choices=())
    made = replace(table(), warnings=(about("find.code"),))

    assert [notice.code for notice in findings(made)] == ["find.code"]
    assert findings(replace(made, questions=(asked,))) == ()
