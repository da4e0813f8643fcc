"""No cell becomes a formula, and Excel gets what it knows as what it is."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_app.errors import SaveError
from tests.unit.tables.opening import Opener
from tests.unit.tables.written import answer, read_csv, write

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|'/C calc'!A0",
    "'=1",
    "'-",
    "-A1",
]


HARMLESS = ["a=1", "it's", "'quoted'", " =1", "1-2", "ä", "", "-", "--", "+"]


def cells_of(path: Path) -> list[list[openpyxl.cell.cell.Cell]]:
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows()]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_and_no_heading_becomes_a_formula_and_all_come_back(
    open_file: Opener, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out{ending}"
    opened = open_file(marked_table([*FORMULAS, *HARMLESS]))
    assert opened.names == ["=HEAD()", "n"]

    count = write(opened, out)

    back = open_file(out)
    assert count == len(FORMULAS) + 1
    assert back.rows == opened.rows
    assert back.names == opened.names
    if ending == ".csv":
        assert [row[0] for row in read_csv(out)] == [
            "'=HEAD()",
            *(f"'{cell}" for cell in FORMULAS),
            *HARMLESS,
        ]
    else:
        assert {cell.data_type for row in cells_of(out) for cell in row} <= {"s", "n"}


def marked_table(cells: Sequence[str]) -> str:
    """Return a file in which these cells carry our mark, so that they are read as they stand here."""
    lines = ["'=HEAD(),n"]
    for cell in cells:
        marked = f"'{cell}" if cell in FORMULAS else cell
        lines.append(f'"{marked}",1')
    return "\n".join(lines) + "\n"


def test_numbers_are_never_marked(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("a,b\n-1,-5\n+2.5,x\n-.5e3,y\n")

    assert write(opened, tmp_path / "out.csv") == 0
    assert read_csv(tmp_path / "out.csv")[1:] == [["-1", "-5"], ["+2.5", "x"], ["-.5e3", "y"]]


def test_answers_that_look_like_formulas_are_marked(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("a,b\n1,2\n")

    assert write(opened, tmp_path / "out.csv", answer(opened, ("=1+1", -0.5)), ["p", "q"]) == 1
    assert read_csv(tmp_path / "out.csv")[1] == ["1", "2", "'=1+1", "-0.5"]


def test_excel_gets_numbers_days_and_texts_as_what_they_are(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("n,day,code,note\n1.50,2024-01-31,007,https://a.b\nNA,2024-02-01 10:30,008,12\n")

    write(opened, tmp_path / "out.xlsx")

    rows = [[cell.value for cell in row] for row in cells_of(tmp_path / "out.xlsx")]
    assert rows == [
        ["n", "day", "code", "note"],
        [1.5, datetime.datetime(2024, 1, 31), "007", "https://a.b"],  # noqa: DTZ001 - Excel has no zones
        ["NA", datetime.datetime(2024, 2, 1, 10, 30), "008", "12"],  # noqa: DTZ001 - Excel has no zones
    ]


def test_excel_gets_its_own_numbers_and_flags_back(open_file: Opener, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [["customer_id", "paid"], *([number + 7, number % 2 == 0] for number in range(30))]:
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    opened = open_file(tmp_path / "in.xlsx")
    assert opened.types == ["id", "yes/no"]

    write(opened, tmp_path / "out.xlsx")

    assert [cell.value for cell in cells_of(tmp_path / "out.xlsx")[1]] == [7, True]


def test_days_that_excel_does_not_know_stay_text(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("day,n\n1815-12-10,1\n2024-01-31 10:30:00.5,2\n")

    write(opened, tmp_path / "out.xlsx")

    cells = [row[0].value for row in cells_of(tmp_path / "out.xlsx")]
    assert cells == ["day", "1815-12-10", "2024-01-31 10:30:00.5"]


def test_a_cell_too_long_for_excel_is_not_dropped_in_silence(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("a,b\n" + "x" * 40_000 + ",1\n")

    with pytest.raises(SaveError) as failed:
        write(opened, tmp_path / "out.xlsx")

    assert failed.value.code == "save.failed"
    assert list(tmp_path.glob("*out*")) == []
