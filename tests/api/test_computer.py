"""The page of this computer: what is wrong first, and a file for IT that is saved as it was shown."""

import html
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_app.records.checkup import Finding
from desktop_app.web.computer import FILE
from desktop_app.web.context import Context
from tests.api.conftest import AppOf, FakeDialogs, Person, _let_in

FINE = Finding(code="memory", thing="Memory", value="8 GB")
WRONG = Finding(
    code="disk",
    thing="Free space",
    value="1 GB",
    fine=False,
    effect="a large table may not fit",
    fix="Make room.",
)
MARK = re.compile(r'computer/file/([\w-]+)"|name="mark" value="([\w-]+)"')


@dataclass
class FakeCheckup:
    """Has looked at a computer, and counts the files that it made."""

    found: tuple[Finding, ...] = (FINE, WRONG)
    made: int = 0

    def findings(self) -> tuple[Finding, ...]:
        return self.found

    def diagnostics(self, findings: tuple[Finding, ...]) -> str:
        self.made += 1
        return f'{{"file": {self.made}, "things": "{len(findings)} <b>"}}\n'


@pytest.fixture
def checkup() -> FakeCheckup:
    return FakeCheckup()


@pytest.fixture
def person(here: Context, checkup: FakeCheckup, app_of: AppOf) -> Person:
    return _let_in(replace(here, checkup=lambda: checkup), app_of)


@pytest.fixture
def owner(window: Context, checkup: FakeCheckup, app_of: AppOf) -> Person:
    return _let_in(replace(window, checkup=lambda: checkup), app_of)


def mark_of(page: str) -> str:
    found = MARK.search(page)
    assert found
    return found[1] or found[2]


def shown(page: str) -> str:
    found = re.search(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("address", ["/help", "/about"])
def test_help_and_about_lead_to_it(person: Person, address: str) -> None:
    assert 'href="/computer"' in person.get(address).text


def test_what_is_wrong_comes_first_with_how_it_is_mended(person: Person) -> None:
    page = person.get("/computer").text

    assert "1 thing needs attention." in page
    wrong = page.index("Free space: not right (1 GB), so a large table may not fit.")
    assert wrong < page.index("Make room.") < page.index("1 thing is fine") < page.index("8 GB")


def test_where_all_is_well_that_is_said(person: Person, checkup: FakeCheckup) -> None:
    checkup.found = (FINE,)

    page = person.get("/computer").text

    assert "Nothing needs attention." in page
    assert 'data-level="caution"' not in page


def test_a_browser_gets_exactly_what_it_was_shown(person: Person) -> None:
    page = person.get("/computer").text
    person.get("/computer")  # in another tab, another file

    for _time in range(2):
        answer = person.get(f"/computer/file/{mark_of(page)}")
        assert answer.text == shown(page) == '{"file": 1, "things": "2 <b>"}\n'
        assert FILE in answer.headers["Content-Disposition"]


def test_what_was_shown_long_ago_is_shown_anew_first(person: Person) -> None:
    answer = person.get("/computer/file/0123456789abcdef")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/computer")


def test_in_the_window_it_lands_where_the_person_says(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path
    page = owner.get("/computer").text

    answer = owner.post("/computer/file", mark=mark_of(page))

    assert (tmp_path / FILE).read_text() == shown(page)
    assert f"Saved as &#34;{FILE}&#34;." in owner.get(answer.headers["Location"]).text
    assert dialogs.endings == (".json",)


def test_who_thinks_better_of_it_saves_nothing(owner: Person, tmp_path: Path) -> None:
    answer = owner.post("/computer/file", mark=mark_of(owner.get("/computer").text))

    assert answer.headers["Location"] == "/computer"
    assert not list(tmp_path.glob("*.json"))


def test_where_it_is_off_the_page_says_so_and_nothing_is_saved(
    person: Person, owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = mark_of(person.get("/computer").text)
    (tmp_path / "policy.json").write_text('{"diagnostics_export": "off", "contact": "Ann"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    page = person.get("/computer").text

    assert "Saving a file about this computer is switched off by your organisation. Ask Ann" in page
    assert "Save a file for IT" not in page
    assert person.get(f"/computer/file/{mark}").status_code == 403
    assert owner.post("/computer/file", mark=mark).status_code == 403


def test_in_a_browser_there_is_no_dialog(person: Person) -> None:
    assert person.post("/computer/file", mark=mark_of(person.get("/computer").text)).status_code == 404


def test_a_fault_of_hunch_leads_to_it(here: Context, app_of: AppOf) -> None:
    def broken() -> FakeCheckup:
        raise RuntimeError("no rest")

    answer = _let_in(replace(here, checkup=broken), app_of).get("/computer")

    assert answer.status_code == 500
    assert 'href="/computer"' in answer.text


def test_what_is_merely_not_there_does_not(person: Person) -> None:
    assert 'href="/computer"' not in person.get("/nowhere").text
