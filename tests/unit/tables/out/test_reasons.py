"""Where columns cannot be added without harm, a new workbook is written, and it is said why."""

import gzip
from pathlib import Path

import openpyxl
import pytest

from desktop_app.records.orders import Written
from desktop_app.records.tables import Wishes
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.sentences_workbook import SENTENCES
from desktop_app.tables.out.delivering import deliver
from tests.unit.tables.opening import Opener
from tests.unit.tables.out.giving_back import ROWS, TYPES, WORKBOOK, Giver, Returned

PROTECTED = WORKBOOK.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')
BESIDE = ROWS.replace('<c r="B2"><v>36</v></c>', '<c r="B2"><v>36</v></c><c r="{0}"><f>B2</f><v>1</v></c>')
OUT_OF_ORDER = "".join(ROWS.splitlines()[number] for number in (0, 2, 1))
CELLS = Wishes(range="A1:B3")


def is_new_and_whole(back: Returned) -> bool:
    rows = back.cells()
    return back.written.workbook == "new" and rows[0] == ["name", "age", "prediction", "probability"]


@pytest.mark.parametrize(
    ("tail", "why"),
    [
        ('<sheetProtection sheet="1" objects="1"/>', "protected"),
        ('<mergeCells count="1"><mergeCell ref="C2:D2"/></mergeCells>', "merged"),
        ('<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>', "merged"),
    ],
    ids=["protected", "merged behind", "merged into"],
)
def test_what_the_sheet_says_behind_its_rows(give_back: Giver, tail: str, why: str) -> None:
    back = give_back(give_back.sheet(tail=tail))

    assert back.why == f"workbook.{why}"
    assert is_new_and_whole(back)


@pytest.mark.parametrize(
    ("part", "content", "why"),
    [
        ("xl/workbook.xml", PROTECTED, "protected_workbook"),
        ("_xmlsignatures/origin.sigs", "", "signed"),
        ("[Content_Types].xml", TYPES.replace("sheet.main", "template.main"), "template"),
        ("[Content_Types].xml", "<Types>", "damaged"),
        ("[Content_Types].xml", '<!DOCTYPE a [<!ENTITY b "c">]>' + TYPES, "unusual"),
    ],
    ids=["locked", "signed", "template", "broken", "declarations"],
)
def test_what_other_parts_say(give_back: Giver, part: str, content: str, why: str) -> None:
    back = give_back(give_back.sheet(**{part: content}))

    assert back.why == f"workbook.{why}"
    assert is_new_and_whole(back)


@pytest.mark.parametrize("cell", ["C2", "D2", "E2"])
def test_cells_right_behind_the_table_are_in_the_way(give_back: Giver, cell: str) -> None:
    back = give_back(give_back.sheet(BESIDE.format(cell)), wishes=CELLS)

    assert back.why == "workbook.beside"
    assert back.written.why_new is not None
    assert back.written.why_new.values == {"cell": cell}


def test_cells_further_away_are_not(give_back: Giver) -> None:
    back = give_back(give_back.sheet(BESIDE.format("F2")), wishes=CELLS)

    assert back.written.workbook == "same"
    assert back.cells()[1] == ["Ada", 36, "yes", 0.25, None, "=B2"]


def test_rows_that_are_not_in_order(give_back: Giver, open_file: Opener, tmp_path: Path) -> None:
    opened = open_file(give_back.sheet())
    answered = give_back.answered(opened, tmp_path / "book.xlsx")

    shuffled = give_back.sheet(OUT_OF_ORDER)
    fresh = open_file(shuffled)
    written = deliver(give_back.answered(fresh, shuffled), tmp_path / "out.xlsx")

    assert written.why_new is not None
    assert written.why_new.code == "workbook.order"
    assert deliver(answered, tmp_path / "other.xlsx").why_new.code == "workbook.changed"  # type: ignore[union-attr]


def test_a_sheet_without_names(give_back: Giver) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 7}</v></c></row>' for n in range(1, 9)
    )

    assert give_back(give_back.sheet(rows), wishes=Wishes(header=0)).why == "workbook.no_names"


def test_a_workbook_that_is_gone(give_back: Giver, open_file: Opener, tmp_path: Path) -> None:
    path = give_back.sheet()
    answered = give_back.answered(open_file(path), path)
    path.unlink()

    written = deliver(answered, tmp_path / "out.xlsx")

    assert saved_lines(written, "out.xlsx")[1:] == (
        "It is a new workbook with this table alone, without your formulas, formats and other sheets.",
        "Your workbook is no longer where it was.",
    )


def test_a_packed_workbook(give_back: Giver, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx.gz"
    path.write_bytes(gzip.compress(give_back.sheet().read_bytes()))

    assert give_back(path).why == "workbook.packed"


def test_a_sheet_that_is_full(give_back: Giver, tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    book = openpyxl.Workbook()
    for row, values in enumerate((("name", "age"), ("Ada", 36), ("Bob", 41)), start=1):
        for column, value in enumerate(values, start=16_382):
            book.active.cell(row, column, value)
    book.save(path)

    assert give_back(path).why == "workbook.wide"


def test_a_table_that_came_from_no_workbook_is_no_case(
    give_back: Giver, open_file: Opener, tmp_path: Path
) -> None:
    written = deliver(give_back.answered(open_file("a,b\n1,2\n"), None), tmp_path / "out.xlsx")

    assert (written.workbook, written.why_new) == ("", None)


def test_a_csv_of_a_workbook_says_nothing_of_it(give_back: Giver) -> None:
    back = give_back(give_back.sheet(), ending=".csv")

    assert (back.written.workbook, back.written.why_new) == ("", None)


def test_each_reason_is_a_sentence_of_its_own() -> None:
    reasons = [sentence.one for code, sentence in SENTENCES.items() if code.startswith("workbook.")]

    assert len(set(reasons)) == len(reasons)
    assert all(reason.endswith(".") for reason in reasons)


def test_the_same_workbook_is_said_too() -> None:
    written = Written(path="/x/out.xlsx", size=1500, added=("prediction", "caution"), workbook="same")

    assert saved_lines(written, "out.xlsx")[1:] == (
        "It is your workbook, with 2 columns added behind the table. All else is as it was.",
    )
