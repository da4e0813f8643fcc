"""The report as a page: whole by itself, in order for who hears it, and safe whatever names hold."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from desktop_app.reports.report.html import drawing_of, page_of, policy
from desktop_app.reports.report.sheets import page_style, tokens
from tests.unit.reports.report.made_facts import SCRIPT, all_known, known, named, report

VOID = {"meta", "link", "br", "img", "input", "hr"}
OUTSIDE = re.compile(r"(?:src|href|action|xlink:href)=|url\(|@import|https?://(?!www\.w3\.org/2000/svg)")


class Reader(HTMLParser):
    """Notes the elements, and whether each one that opens is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == []


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def whole(**wishes: str) -> str:
    return page_of(report(all_known(), **wishes))


def test_every_element_is_closed_in_its_turn() -> None:
    read(whole(audience="experts"))


def test_it_needs_nothing_from_anywhere() -> None:
    page = whole(audience="experts")

    assert page.startswith("<!doctype html>")
    assert OUTSIDE.findall(page) == []
    assert {tag for tag, _ in read(page).elements} & {"script", "link", "iframe", "img", "object"} == set()


def test_it_has_one_style_and_its_policy_names_it() -> None:
    page = whole()
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)

    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()

    assert styles == [page_style()]
    assert f"style-src 'sha256-{digest}'" in policy()
    assert f"sha256-{digest}" in page


def test_the_style_rests_on_no_custom_property() -> None:
    assert "var(" not in page_style()
    assert "light-dark(" not in page_style()
    assert tokens()["text"] == "#1B2129"


def test_headings_are_in_order() -> None:
    levels = [tag for tag, _ in read(whole()).elements if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}


def test_it_says_its_language_and_every_table_its_name() -> None:
    reader = read(whole(audience="experts"))
    tags = [tag for tag, _ in reader.elements]

    assert dict(reader.elements)["html"]["lang"] == "en"
    assert tags.count("table") == tags.count("caption") > 3


def test_every_picture_has_words() -> None:
    drawings = [attributes for tag, attributes in read(whole()).elements if tag == "svg"]

    assert len(drawings) >= 4
    assert all(drawing["aria-label"] for drawing in drawings)


@pytest.mark.parametrize("audience", ["everyone", "experts"])
def test_a_name_that_is_a_script_is_text(audience: str) -> None:
    facts = known(
        named(SCRIPT),
        table=SCRIPT,
        note=SCRIPT,
        versions={SCRIPT: SCRIPT},
    )

    page = page_of(report(facts, audience=audience, title=SCRIPT))

    assert "<script" not in page
    assert SCRIPT in "".join(read(page).texts)


def test_a_title_cannot_take_the_place_of_the_style() -> None:
    page = page_of(report(title="<!-- style -->"))

    assert page.count("<style>") == 1
    assert "&lt;!-- style --&gt;" in page


def test_a_picture_is_a_file_by_itself() -> None:
    from xml.etree import ElementTree

    picture = next(
        block.picture
        for section in report(all_known()).sections
        for block in section.blocks
        if block.kind == "figure"
    )

    drawing = ElementTree.fromstring(drawing_of(picture))  # noqa: S314 - our own

    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
