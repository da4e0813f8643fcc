"""The report as a document for Word, opened again."""

import io
import zipfile
from typing import Any

import docx
import pytest

from desktop_app.reports.report.word import document_of
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.report.made_facts import SCRIPT, all_known, known, named, report, rich

CONTROL = "a\x00b\x07c"


@pytest.fixture(scope="module")
def written() -> bytes:
    return document_of(report(all_known(), audience="experts", title="Who leaves?"))


@pytest.fixture(scope="module")
def document(written: bytes) -> Any:
    return docx.Document(io.BytesIO(written))


def test_its_headings_are_headings(document: Any) -> None:
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]

    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == ["Who leaves?"]
    assert headings[:3] == ["The answer in short", "How good is it?", "When is it wrong?"]
    assert headings[-1] == "Proof"


def test_the_verdict_stands_in_it(document: Any) -> None:
    words = verdict_words(rich())
    texts = [one.text for one in document.paragraphs]

    assert [words.badge, words.line, words.headline, words.support] == texts[3:7]


def test_every_picture_has_words(document: Any) -> None:
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]

    assert len(told) >= 5
    assert all(told)


def test_the_first_line_of_a_table_repeats_on_every_page(document: Any) -> None:
    table = document.tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Really there", 'said "no"', 'said "yes"']
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_columns_are_as_wide_as_what_they_hold(document: Any) -> None:
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "When")

    when, what = table.columns
    assert when.width < what.width
    assert table.rows[0].cells[1].width == what.width
    assert not table.autofit


def test_a_short_table_stays_on_one_page(document: Any) -> None:
    *others, last = (row.cells[0].paragraphs[0].paragraph_format for row in document.tables[0].rows)

    assert all(one.keep_with_next for one in others)
    assert not last.keep_with_next


def test_words_that_lead_to_a_list_and_a_picture_with_notes_stay_with_what_follows(document: Any) -> None:
    lead = next(one for one in document.paragraphs if one.text == "Columns that were left out:")
    note = next(at for at, one in enumerate(document.paragraphs) if one.text.startswith("Each dot"))

    assert lead.paragraph_format.keep_with_next
    assert document.paragraphs[note - 1].paragraph_format.keep_with_next


def test_every_section_is_in_it(document: Any) -> None:
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]

    assert "Is it fair?" in headings
    assert "Compared with other models" in headings
    assert any(table.rows[0].cells[0].text == "Group" for table in document.tables)


def test_it_says_its_title_and_its_language_and_nobody_s_name(document: Any) -> None:
    about = document.core_properties

    assert (about.title, about.language, about.author, about.last_modified_by) == (
        "Who leaves?",
        "en",
        "",
        "",
    )
    assert 'w:lang w:val="en"' in document.styles.element.xml


def test_it_names_nothing_outside_of_itself(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        links = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]

    assert not any(b'TargetMode="External"' in part for part in links)


def test_names_are_text_whatever_they_hold() -> None:
    facts = known(named(CONTROL), table=CONTROL, note=CONTROL)

    document = docx.Document(io.BytesIO(document_of(report(facts, title=SCRIPT, audience="experts"))))

    texts = "\n".join(one.text for one in document.paragraphs)
    assert SCRIPT in texts
    assert "a b c" in texts
