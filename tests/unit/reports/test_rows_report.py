"""A report on which rows are alike, or odd: in every format, with method, reasons and limits."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import language
from desktop_app.records.clusters import NearRow
from desktop_app.records.oddness import OddMark
from desktop_app.records.orders import Written
from desktop_app.records.reporting import ReportOrder, RowsFacts
from desktop_app.reports.cluster_words import grouping_words
from desktop_app.reports.report.html import page_of
from desktop_app.reports.report.of_rows import compose_rows
from tests.api.made_rows import GROUPING, NOTHING, ODDNESS, USUAL
from tests.unit.journeys.asking import do

ODD = RowsFacts(table="payments.csv", oddness=ODDNESS, note="Asked by Zaphod")


def test_odd_rows_stand_there_with_reasons_and_marks() -> None:
    marks = (OddMark(mark="odd", row=ODDNESS.odd[1], rows=300),)

    page = page_of(compose_rows(replace(ODD, marks=marks), "2026-11-27"))

    assert "2 rows stand out." in page
    assert "divided by 10 it would be like the others" in page
    assert "as in 1 of 300 rows (marked: really odd)" in page
    assert "Angiulli and Pizzuti, 2002" in page
    assert "Asked by Zaphod" in page


def test_of_enough_marks_it_is_said_how_often_they_were_right() -> None:
    rows = tuple(replace(ODDNESS.odd[1], row=row, key=str(row)) for row in range(20))
    marks = tuple(OddMark(mark="odd", row=row, rows=300) for row in rows)
    oddness = replace(ODDNESS, odd=rows, count=20)

    page = page_of(compose_rows(replace(ODD, oddness=oddness, marks=marks), "2026-11-27"))

    assert "Of 20 that stand out and that you marked, 20 were really odd." in page


def test_groups_stand_there_with_their_map_and_the_rows_between() -> None:
    near = (NearRow(row=4, group=0, other=1, fit=0.1),)

    page = page_of(compose_rows(RowsFacts(table="people.csv", grouping=replace(GROUPING, near=near))))

    assert "2 groups, mostly apart." in page
    assert "Row 5: in Group 1, and about as near to Group 2" in page
    assert "<svg" in page
    assert "Lloyd, 1982" in page


@pytest.mark.parametrize(
    "facts",
    [RowsFacts(table="a", grouping=NOTHING), RowsFacts(table="a", oddness=replace(USUAL, after=ODDNESS.odd))],
)
def test_that_nothing_is_found_is_a_report_without_rows(facts: RowsFacts) -> None:
    report = compose_rows(facts)

    assert [section.name for section in report.sections] == ["short", "limits", "matters", "tested"]


@pytest.mark.parametrize("facts", [ODD, RowsFacts(table="people.csv", grouping=GROUPING)])
def test_no_line_of_it_is_empty_or_said_twice(facts: RowsFacts) -> None:
    report = compose_rows(facts)

    assert "<p></p>" not in page_of(report)
    captions = {
        block.caption for section in report.sections for block in section.blocks if block.kind == "table"
    }
    assert captions.isdisjoint(section.heading for section in report.sections)


def test_the_day_is_written_as_the_language_does() -> None:
    language.use("de")
    try:
        report = compose_rows(ODD, "2026-11-27")
    finally:
        language.use("en")

    assert report.about[1].startswith("Geschrieben am 27.11.2026 ")


def test_one_row_near_a_border_is_one() -> None:
    assert "1 of 300 rows sits near a border." in grouping_words(replace(GROUPING, between=1)).support


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_it_is_written_in_each_format(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"report{ending}"

    written = do("write_report", ReportOrder(out=str(out), rows=ODD), Written, tmp_path / "job")

    assert out.stat().st_size == written.size > 1_000
