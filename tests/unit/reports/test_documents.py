"""Help's documents: which there are, that nothing in them leads nowhere, and how they become pages."""

import re
import tomllib
from pathlib import Path

import pytest

from desktop_app.errors.sayings import SAYINGS
from desktop_app.language import _, use
from desktop_app.paths import bundled
from desktop_app.reports.documents import page
from desktop_app.reports.documents.catalogue import DOCUMENTS, FILES, SHIPPED, Document, document_of
from desktop_app.reports.documents.page import DeadLinkError, shown
from desktop_app.reports.documents.sections import anchor_of, found, sections

ROOT = Path(__file__).parents[3]
NEVER = ("<script", "<img", " style=", " onclick", "http://", "https://")


def address(kind: str, key: str) -> str:
    return f"/{kind}/{key}"


def made_of(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(page, "read_document", lambda _source: f"# Title\n\n{text}\n")
    return str(shown("docs/api.md", address).body)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.key)
def test_every_document_becomes_a_page_without_a_dead_link(document: Document) -> None:
    body = shown(document.source, address).body

    assert "<h1" not in body
    assert [sign for sign in NEVER if sign in re.sub(r"<code>.*?</code>", "", body, flags=re.DOTALL)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.key)
def test_each_section_of_a_document_has_a_place_of_its_own(document: Document) -> None:
    anchors = [section.anchor for section in sections(document.source)]

    assert len(set(anchors)) == len(anchors)
    body = shown(document.source, address).body
    assert [anchor for anchor in anchors if anchor and f'id="{anchor}"' not in body] == []


def test_every_file_that_is_named_is_there() -> None:
    assert [file for file in SHIPPED if not bundled(*file.split("/")).is_file()] == []


def test_every_script_and_list_of_the_examples_can_be_saved() -> None:
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "examples").glob("*.[pt][yx]*")}

    assert there <= set(FILES)
    assert len(there) == 10


def test_the_package_for_python_holds_the_same_documents() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert {file: f"desktop_app/_{file}" for file in SHIPPED if file.startswith("docs/")} == {
        file: goal for file, goal in taken.items() if file != "ui"
    }


@pytest.mark.parametrize("link", ["size.md", "api.md#nowhere", "#nowhere", "https://example.org", "../x.py"])
@pytest.mark.parametrize("sign", ["", "!"])  # a picture would have to be in the program, too
def test_a_link_that_leads_nowhere_is_found(sign: str, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DeadLinkError):
        made_of(f"{sign}[there]({link})", monkeypatch)


def test_a_link_leads_to_a_document_its_section_or_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    body = made_of("[a](for-it.md#policy) [b](it/installing.md) [c](service/Containerfile)", monkeypatch)

    for goal in ("/document/for-it#s-policy", "/document/it/installing", "/file/docs/service/Containerfile"):
        assert f'href="{goal}"' in body


def test_a_link_is_called_as_help_calls_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    assert made_of("[for-it.md](for-it.md)", monkeypatch).count("for-it") == 1
    assert ">Hunch for IT</a>" in made_of("[for-it.md](for-it.md#policy)", monkeypatch)


def test_markup_in_a_document_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    body = made_of("<script>alert(1)</script>\n\n```\n<b>\n```", monkeypatch)

    assert "&lt;script&gt;" in body
    assert "<code>&lt;b&gt;\n</code>" in body


def test_a_table_scrolls_within_itself_and_its_amounts_need_no_style(monkeypatch: pytest.MonkeyPatch) -> None:
    body = made_of("| part | MB | |\n|---|---:|---|\n| one | 2 | |", monkeypatch)

    assert '<div class="scroller tall" tabindex="0" role="group" aria-label="Table: part, MB">' in body
    assert '<td class="amount">2</td>' in body
    assert "style" not in body
    assert "<th></th>" not in body


def test_the_documents_are_looked_through_headings_first() -> None:
    places = [(one.document.key, one.section.heading) for one in found("ONE-hot")]

    assert ("bring-onnx", "The schema file") in places
    assert found("hunch doctor")[0].section.heading == "hunch doctor"
    assert found("  ") == ()


def test_a_heading_in_an_example_is_none() -> None:
    assert not any(section.heading.startswith("exit code") for section in sections("docs/it/deployment.md"))


def test_an_anchor_is_made_as_on_the_web() -> None:
    assert anchor_of("Rules: `policy.json`") == "s-rules-policyjson"


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_messages_call_a_document_is_what_help_calls_it(language: str) -> None:
    document = document_of("bring-onnx")
    assert document
    use(language)
    try:
        title, hints = _(document.title), {_(saying.hint) for saying in SAYINGS.values() if saying.hint}
        english = [saying.hint for saying in SAYINGS.values() if document.title in saying.hint]

        assert english
        assert all(title in _(hint) for hint in english)
        assert [hint for hint in hints if "docs/" in hint] == []
    finally:
        use("en")
