"""Lists to act on: the most wanted rows of an answered file, found, summed up and written."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.errors import SaveError
from desktop_app.records.picks import Pick
from desktop_app.tables.duck import connect
from desktop_app.tables.out.delivering import deliver_picked
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.stored.picked import read_first, read_picked
from tests.unit.tables.opening import Opened, Opener
from tests.unit.tables.written import read_csv

HEADINGS = ("prediction", "probability: yes", "caution")
CHANCES = (0.4, 0.9, 0.1, 0.7, 0.9)
NAMES = ("=1+1", "b", "c", "d", "e")
TEXT = "id;name;visits\n" + "".join(f"00{n};{name};{n}\n" for n, name in enumerate(NAMES))


@pytest.fixture
def answered(open_file: Opener) -> Answered:
    opened = open_file(TEXT)
    return Answered(
        folder=opened.folder,
        table=opened.table,
        answers=answers_of(opened),
        headings=HEADINGS,
        source=None,
    )


def answers_of(opened: Opened) -> Path:
    path = opened.folder / "answers.parquet"
    rows = [
        [row, "yes" if chance >= 0.5 else "no", chance, "new value" if row == 3 else None]
        for row, chance in enumerate(CHANCES)
    ]
    with connect(folder=opened.folder) as duck:
        duck.execute("CREATE OR REPLACE TEMP TABLE given (row BIGINT, a0 VARCHAR, a1 DOUBLE, a2 VARCHAR)")
        duck.executemany("INSERT INTO given VALUES (?, ?, ?, ?)", rows)
        duck.execute("COPY given TO ? (FORMAT parquet)", [str(path)])
    return path


def rows_of(answered: Answered, pick: Pick) -> list[int]:
    return [row for row, _ in read_first(answered.answers, pick, 3, 20)]


@pytest.mark.parametrize(
    ("pick", "rows"),
    [
        (Pick(column=1), [1, 4, 3, 0, 2]),
        (Pick(column=1, most=3), [1, 4, 3]),
        (Pick(column=1, limit=0.7), [1, 4, 3]),
        (Pick(column=1, limit=0.4, most=2), [1, 4]),
        (Pick(column=1, is_lowest=True, most=2), [2, 0]),
        (Pick(column=1, is_lowest=True, limit=0.4), [2, 0]),
        (Pick(column=1, limit=2.0), []),
        (Pick(column=1, most=1000), [1, 4, 3, 0, 2]),
    ],
)
def test_the_most_wanted_rows_come_first_and_equal_ones_in_the_order_of_the_file(
    answered: Answered, pick: Pick, rows: list[int]
) -> None:
    assert rows_of(answered, pick) == rows


def test_the_first_rows_come_with_their_answers(answered: Answered) -> None:
    found = read_first(answered.answers, Pick(column=1, most=4), 3, 3)

    assert found == [(1, ("yes", 0.9, None)), (4, ("yes", 0.9, None)), (3, ("yes", 0.7, "new value"))]


def test_a_list_is_summed_up_beside_all_rows(answered: Answered) -> None:
    picked = read_picked(answered.answers, Pick(column=1, most=3), 2)

    assert (picked.rows, picked.of, picked.cautions) == (3, 5, 1)
    assert picked.total == pytest.approx(2.5)
    assert (picked.low, picked.high) == (0.7, 0.9)
    assert picked.mean == pytest.approx(0.6)


def test_an_empty_list_is_summed_up_too(answered: Answered) -> None:
    picked = read_picked(answered.answers, Pick(column=1, limit=2.0), 2)

    assert (picked.rows, picked.total, picked.cautions, picked.of) == (0, 0, 0, 5)


def test_a_list_is_written_in_its_order_with_the_answers_and_no_formula(
    answered: Answered, tmp_path: Path
) -> None:
    written = deliver_picked(answered, Pick(column=1, limit=0.4), tmp_path / "list.csv")

    assert read_csv(tmp_path / "list.csv", ";") == [
        ["id", "name", "visits", *HEADINGS],
        ["001", "b", "1", "yes", "0.9", ""],
        ["004", "e", "4", "yes", "0.9", ""],
        ["003", "d", "3", "yes", "0.7", "new value"],
        ["000", "'=1+1", "0", "no", "0.4", ""],
    ]
    assert written.marked_cells == 1


def test_only_formulas_on_the_list_are_counted(answered: Answered, tmp_path: Path) -> None:
    assert deliver_picked(answered, Pick(column=1, most=3), tmp_path / "list.csv").marked_cells == 0


def test_a_list_is_written_as_a_workbook_of_its_rows_alone(answered: Answered, tmp_path: Path) -> None:
    written = deliver_picked(answered, Pick(column=1, is_lowest=True, most=2), tmp_path / "list.xlsx")

    sheet = load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1:] == [["002", "c", 2, "no", 0.1, None], ["000", "=1+1", 0, "no", 0.4, None]]
    assert sheet["B3"].data_type == "s"
    assert written.workbook == ""


def test_a_list_of_few_rows_of_a_table_too_long_for_a_sheet_is_written(
    answered: Answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.tables.out.excel._MOST_ROWS", 4)

    deliver_picked(answered, Pick(column=1, most=3), tmp_path / "list.xlsx")
    with pytest.raises(SaveError):
        deliver_picked(answered, Pick(column=1, most=4), tmp_path / "longer.xlsx")


def test_a_list_never_takes_the_place_of_the_file_with_all_rows(answered: Answered, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(TEXT, encoding="utf-8")
    given = Answered(
        folder=answered.folder,
        table=answered.table,
        answers=answered.answers,
        headings=HEADINGS,
        source=own,
    )

    with pytest.raises(SaveError) as caught:
        deliver_picked(given, Pick(column=1, most=3), own)

    assert caught.value.code == "save.own_file"
    assert own.read_text(encoding="utf-8") == TEXT


def test_in_a_longer_table_every_cell_stays_beside_its_answer(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("key;twice\n" + "".join(f"k{n};{2 * n}\n" for n in range(5000)))
    answers = opened.folder / "answers.parquet"
    with connect(folder=opened.folder) as duck:
        duck.execute(
            "COPY (SELECT range AS row, 'yes' AS a0, (range * 7919 % 5003) / 5003 AS a1, "
            "NULL::VARCHAR AS a2 FROM range(5000)) TO ? (FORMAT parquet, ROW_GROUP_SIZE 2048)",
            [str(answers)],
        )
    given = Answered(
        folder=opened.folder, table=opened.table, answers=answers, headings=HEADINGS, source=None
    )

    deliver_picked(given, Pick(column=1, most=1000), tmp_path / "list.csv")

    rows = [(int(key[1:]), int(twice), float(chance)) for key, twice, _, chance, _ in written_in(tmp_path)]
    best = sorted(((n * 7919 % 5003) / 5003 for n in range(5000)), reverse=True)[:1000]
    assert [chance for _, _, chance in rows] == best
    assert all(twice == 2 * n and chance == (n * 7919 % 5003) / 5003 for n, twice, chance in rows)


def written_in(folder: Path) -> list[list[str]]:
    return read_csv(folder / "list.csv", ";")[1:]
