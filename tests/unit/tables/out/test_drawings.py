"""Answers that lie under a chart or a picture of the person's own workbook: it is said."""

from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.reports.answers_words import saved_lines
from tests.unit.tables.out.full_book import a_picture
from tests.unit.tables.out.giving_back import RELATION, RELATIONS, ROWS, Giver

SAID = "A chart or picture lies over the new columns."


def book_with(path: Path, place: tuple[int, int], *, position: int = 1, is_chart: bool = True) -> Path:
    """Write a workbook of two columns and five rows, and a drawing at a place of its sheet."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([["name", "age"], *([f"p{n}", 20 + n] for n in range(5))]):
            sheet.write_row(row, 0, cells)
        if is_chart:
            chart = book.add_chart({"type": "column"})
            chart.add_series({"values": ["Sheet1", 1, 1, 5, 1]})
            sheet.insert_chart(*place, chart, {"object_position": position})
        else:
            options = {"image_data": a_picture(), "object_position": position, "x_scale": 200, "y_scale": 200}
            sheet.insert_image(*place, "dot.png", options)
    return path


@pytest.mark.parametrize(
    ("place", "is_over"),
    [((0, 2), True), ((3, 3), True), ((0, 1), True), ((6, 2), False), ((0, 4), False), ((20, 0), False)],
)
@pytest.mark.parametrize("position", [1, 2])
@pytest.mark.parametrize("is_chart", [True, False], ids=["chart", "picture"])
def test_what_lies_over_the_new_columns_is_told(
    give_back: Giver,
    tmp_path: Path,
    place: tuple[int, int],
    is_over: bool,  # noqa: FBT001 - a parameter of the test
    position: int,
    is_chart: bool,  # noqa: FBT001
) -> None:
    returned = give_back(book_with(tmp_path / "book.xlsx", place, position=position, is_chart=is_chart))

    assert returned.written.workbook == "same"
    assert (SAID in saved_lines(returned.written, "out.xlsx")) == is_over


def test_a_drawing_that_cannot_be_read_forbids_nothing(give_back: Giver) -> None:
    relations = RELATIONS.format(relation=RELATION, kind="drawing", target="../drawings/drawing1.xml")
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relations, "xl/drawings/drawing1.xml": "<a><b></a>"}

    returned = give_back(give_back.sheet(ROWS, **parts))

    assert (returned.written.workbook, returned.written.covered) == ("same", False)
