"""Every text of every page passes through the catalogue: spoken in a made-up language, none stays English."""

import gettext
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from desktop_app import language
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import LACKS, stored_answers, stored_table, stored_training, table
from tests.api.made_explained import land_explained
from tests.api.test_concerned_rows import FOUND
from tests.api.test_findings import about
from tests.api.test_results import EASY, NUMBER, THREE
from tests.api.test_scaling import OFF

WORD = re.compile(r"[A-Za-z]{3,}")
SEEN = ("aria-label", "title", "placeholder", "alt")
# What is the same in every language, and what comes from the tables of these tests.
OWN = {
    *(
        "Hunch",
        "customers",
        "months",
        "region",
        "calls",
        "left",
        "yes",
        "Adelie",
        "Chinstrap",
        "Gentoo",
        "march",
        "csv",
    ),
    *("English", "Deutsch", "West", "East", "yes", "prediction", "probability", "caution"),
}
CELL = re.compile(
    r"row \d+ column \d+|a region with a\s+very long name|a region with a|very long name|new value in .*"
)


class Marked(gettext.NullTranslations):
    """A language in which each sentence stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class Texts(HTMLParser):
    """Collects what a person reads or hears on a page, but names and values."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        self.found += [value for name, value in attrs if name in SEEN and value]
        if tag in ("input", "meta", "link", "br", "img", "hr", "circle", "path", "rect", "line", "source"):
            self._inside.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "bdi", "code", "option"} & set(self._inside):
            self.found.append(data)


def untranslated(page: str) -> list[str]:
    """Return the texts with words outside of brackets."""
    texts = Texts()
    texts.feed(page)
    return [" ".join(text.split()) for text in texts.found if {*WORD.findall(outside(text))} - OWN]


def outside(text: str) -> str:
    """Return what stands in no brackets, which may stand in each other, and in no cell of these tests."""
    left = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    return CELL.sub("", text) if left == text else outside(left)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_translation", Marked())


def addresses(workspace: Workspace) -> list[str]:
    stored = stored_table(
        workspace, replace(table(), warnings=tuple(map(about, ("find.constant", "find.id"))))
    )
    training = stored_training(workspace, stored.id)
    land_explained(workspace, training)
    easy, number, three = (stored_training(workspace, stored.id, one) for one in (EASY, NUMBER, THREE))
    fits = stored_answers(workspace, training, answered=True)
    lacks, strange, off = (stored_answers(workspace, training, one) for one in (LACKS, FOUND, OFF))
    results = [f"/trainings/{one.id}/results" for one in (training, easy, number, three)]
    return [
        "/",
        "/models",
        "/help",
        "/settings",
        "/about",
        *results,
        f"/tables/{stored.id}/data",
        f"/tables/{stored.id}/columns/list",
        f"/tables/{stored.id}/predict?target=3",
        f"/trainings/{training.id}/apply",
        f"/trainings/{training.id}/report",
        *(f"/answers/{one.id}" for one in (fits, lacks, strange, off)),
    ]


def test_no_text_of_a_page_is_left_in_english(person: Person, workspace: Workspace, marked: None) -> None:
    left = {address: untranslated(person.get(address).text) for address in addresses(workspace)}

    assert {address: texts for address, texts in left.items() if texts} == {}
