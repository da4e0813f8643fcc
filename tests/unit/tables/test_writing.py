import csv
import datetime
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_app.errors import SaveError, UsageError
from desktop_app.tables.duck import connect
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.writing import write_answers
from tests.unit.tables.opening import Opened, Opener

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
]
HARMLESS = ["a=1", "it's", "'quoted'", " =1", "1-2", "ä", ""]


def write(opened: Opened, out: Path, answers: Path | None = None, headings: Sequence[str] = ()) -> int:
    return write_answers(opened.folder, opened.table, answers, headings, out).marked_cells


def read_csv(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def cells_of(path: Path) -> list[list[openpyxl.cell.cell.Cell]]:
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows()]


def answer(opened: Opened, *rows: tuple[object, ...]) -> Path:
    """Write answers, the last row first: they are put in order again."""
    path = opened.folder / "answers.parquet"
    with connect(folder=opened.folder) as duck:
        duck.execute("CREATE TABLE answers (row BIGINT, a0 VARCHAR, a1 DOUBLE)")
        duck.executemany(
            "INSERT INTO answers VALUES (?, ?, ?)", [[n, *row] for n, row in enumerate(rows)][::-1]
        )
        duck.execute("COPY answers TO ? (FORMAT parquet)", [str(path)])
    return path


def test_csv_has_every_cell_as_it_was_read_then_the_answers(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file('id;price;note\n007;1.50;"a;b"\n008;NA;"x ""y"""\n')

    write(
        opened,
        tmp_path / "out.csv",
        answer(opened, ("yes", 0.25), ("no", 1.0)),
        ["prediction", "probability"],
    )

    assert read_csv(tmp_path / "out.csv", ";") == [
        ["id", "price", "note", "prediction", "probability"],
        ["007", "1.50", "a;b", "yes", "0.25"],
        ["008", "NA", 'x "y"', "no", "1.0"],
    ]


def test_csv_begins_with_a_byte_order_mark_and_ends_its_last_line(open_file: Opener, tmp_path: Path) -> None:
    write(open_file("a,b\n1,ü\n"), tmp_path / "out.csv")

    assert (tmp_path / "out.csv").read_bytes() == "\ufeffa,b\n1,ü\n".encode()


def test_a_heading_that_is_taken_gets_a_number(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("prediction,prediction (2)\n1,2\n")

    write(opened, tmp_path / "out.csv", answer(opened, ("yes", 0.5)), ["prediction", "caution"])

    assert read_csv(tmp_path / "out.csv")[0] == ["prediction", "prediction (2)", "prediction (3)", "caution"]


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


def test_parquet_has_what_was_understood(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file('n,N,"say ""hi""",day\n1.5,x,=1,2024-01-31\nNA,y,b,\n')

    answers = answer(opened, ("yes", 0.5), ("no", 0.1))

    written = write_answers(opened.folder, opened.table, answers, ["p", "q"], tmp_path / "out.parquet")

    assert (written.marked_cells, written.renamed, written.added) == (0, ("N (2)",), ("p", "q"))
    with connect(folder=tmp_path) as duck:
        found = duck.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "out.parquet")])
        assert [column[0] for column in found.description] == ["n", "N (2)", 'say "hi"', "day", "p", "q"]
        day = datetime.datetime(2024, 1, 31)  # noqa: DTZ001 - a day as it stands in the file
        assert found.fetchall() == [(1.5, "x", "=1", day, "yes", 0.5), (None, "y", "b", None, "no", 0.1)]


def test_a_table_of_one_column_keeps_its_empty_cells(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file('x\n1\n""\n2\n')

    write(opened, tmp_path / "out.csv")

    assert open_file(tmp_path / "out.csv").rows == [("1",), (None,), ("2",)]


def test_another_ending_is_wrong_use(open_file: Opener, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        write(open_file("a,b\n1,2\n"), tmp_path / "out.pdf")

    assert refused.value.code == "cli.out_type"


def test_answers_for_other_rows_are_not_written_beside_these(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("a,b\n1,2\n3,4\n")

    with pytest.raises(ValueError, match="one answer for each row"):
        write(opened, tmp_path / "out.csv", answer(opened, ("yes", 0.5)), ["p", "q"])


def stop_halfway(coming: Path) -> None:
    coming.write_text("half of the n")
    raise RuntimeError


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")

    with pytest.raises(RuntimeError), placed(out) as coming:
        stop_halfway(coming)

    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["missing/out.csv", "."])
def test_a_place_that_cannot_hold_the_file_is_said(open_file: Opener, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    opened = open_file("a,b\n1,2\n")

    with pytest.raises(SaveError) as failed:
        write(opened, tmp_path / ("folder.csv" if name == "." else name))

    assert failed.value.code == "save.failed"


def test_the_person_is_told_where_it_is_and_how_large(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("a,b\n1,2\n")

    written = write_answers(opened.folder, opened.table, None, (), tmp_path / "Zahlen für März.CSV")

    assert written.path == str(tmp_path / "Zahlen für März.CSV")
    assert written.size == Path(written.path).stat().st_size


def test_many_rows_stay_beside_their_answers(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("n,x\n" + "".join(f"{row},y\n" for row in range(120_000)))
    path = opened.folder / "answers.parquet"
    with connect(folder=opened.folder) as duck:
        duck.execute(
            "COPY (SELECT range AS row, 'a' || range AS a0 FROM range(120000)) TO ? (ROW_GROUP_SIZE 30000)",
            [str(path)],
        )

    write(opened, tmp_path / "out.csv", path, ["p"])

    rows = read_csv(tmp_path / "out.csv")[1:]
    assert rows == [[str(row), "y", f"a{row}"] for row in range(120_000)]
