"""Every cell is written as it was read, beside its answers, and no file is half written."""

import datetime
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.errors import SaveError, UsageError
from desktop_app.tables.duck import connect
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.writing import write_answers
from tests.unit.tables.opening import Opener
from tests.unit.tables.written import answer, read_csv, write


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


def test_a_workbook_has_room_for_its_days_and_texts(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("day,city\n2024-03-01,Schwarzach-Sankt Veit\n2024-03-02,Ulm\n")

    write(opened, tmp_path / "rooms.xlsx")

    sheet = ZipFile(tmp_path / "rooms.xlsx").read("xl/worksheets/sheet1.xml").decode()
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([0-9.]+)"', sheet)]
    assert widths[0] > len("2024-03-01")
    assert widths[1] > len("Schwarzach-Sankt Veit")


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


@pytest.mark.parametrize("first", ["1", "'=1"])  # the second is a formula that another program has marked
def test_a_table_may_have_more_columns_than_an_expression_parts(
    open_file: Opener, tmp_path: Path, first: str
) -> None:
    wide = [",".join(f"c{place}" for place in range(1_010)), ",".join([first, *["2"] * 1_009])]
    opened = open_file("\n".join([*wide, *wide[1:] * 3]) + "\n")

    write(opened, tmp_path / "out.csv", answer(opened, *[("yes", 0.5)] * 4), ["prediction", "probability"])

    assert read_csv(tmp_path / "out.csv")[1][-2:] == ["yes", "0.5"]
