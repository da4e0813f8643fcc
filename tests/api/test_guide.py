"""Help: the way, the words that are looked for, the keys; and what the program is made of."""

import json
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.reports.documents.catalogue import DOCUMENTS
from desktop_app.web import about
from tests.api.conftest import Person


def test_help_tells_the_way_the_words_and_the_keys(person: Person) -> None:
    said = person.get("/help").text

    assert all(part in said for part in ("How it goes", "simplest guess", "baseline", "Ctrl+O"))


def test_a_word_is_found_by_its_technical_name_and_by_its_meaning(person: Person) -> None:
    by_name, by_meaning = person.get("/help?find=OVERfit").text, person.get("/help?find=rows+never+sees").text

    assert "memorised" in by_name
    assert "verdict" not in by_name
    assert "rows kept aside" in by_meaning


def test_a_chain_of_shops_finds_that_each_can_have_its_own(person: Person) -> None:
    assert "each value of a column, such as each shop, gets a model of its own" in person.get("/help").text
    assert "partial pooling" in person.get("/help?find=shop").text


def test_a_script_gets_the_words_alone(person: Person) -> None:
    said = person.get("/help?find=<b>", headers={"HX-Request": "true"}).text

    assert said.strip().startswith('<div id="words"')
    assert 'No word and no document is like "&lt;b&gt;".' in said.replace("&#34;", '"').replace("&quot;", '"')


def test_the_keys_stand_behind_every_page(person: Person) -> None:
    assert 'id="keys-list"' in person.get("/").text


def test_about_says_the_version_and_whom_to_ask(person: Person) -> None:
    said = person.get("/about").text

    assert f"Version {__version__}" in said
    assert "<bdi>IT</bdi>" in said
    assert "runs from its sources" in said


def test_about_lists_the_parts_of_the_frozen_program(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part = {"name": "waitress", "version": "3.0.2", "licence": "ZPL-2.1", "source": "", "exception": ""}
    (tmp_path / "components.json").write_text(json.dumps([part]))
    monkeypatch.setattr(about, "bundled", lambda *_parts: tmp_path / "components.json")

    said = person.get("/about").text

    assert all(f"<bdi>{told}</bdi>" in said for told in ("waitress", "3.0.2", "ZPL-2.1"))
    assert str(tmp_path / "licences.txt") in said


def test_help_names_every_document(person: Person) -> None:
    said = person.get("/help").text

    assert [one.key for one in DOCUMENTS if f'href="/help/documents/{one.key}"' not in said] == []
    assert "in English" not in said


def test_a_word_is_found_in_the_documents_too(person: Person) -> None:
    said = person.get("/help?find=trusted_keys", headers={"HX-Request": "true"}).text

    assert 'href="/help/documents/it/deployment#s-rules-policyjson"' in said
    assert 'id="places"' not in person.get("/help").text
