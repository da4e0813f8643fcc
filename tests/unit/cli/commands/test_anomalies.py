"""Odd rows are found in a file, told with their reasons, and saved beside the others."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write
from tests.unit.engine.anomalies.made import people, with_cell


@pytest.fixture(autouse=True)
def files(here: None, folder: Path) -> None:
    if (folder / "odd.csv").exists():
        return
    odd = with_cell("plan", "godl", 30, with_cell("height", 1_800.0)).drop(columns="since")
    write(folder / "odd.csv", [["no", *odd], *([f"K{n}", *row] for n, row in enumerate(odd.values))])
    usual = people().drop(columns="since")
    write(folder / "usual.csv", [[*usual], *usual.values.tolist()])
    usual.loc[:9, "height"] *= 100
    write(folder / "slipped.csv", [[*usual], *usual.values.tolist()])


def test_they_are_told_and_saved_with_their_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "anomalies", "odd.csv", "--out", "told.csv")

    assert (code, facts["verdict"]["level"], facts["rows"], facts["count"]) == (0, "weak", 400, 2)
    assert [(one["row"], one["less_odd"], one["fault"]) for one in facts["odd"]] == [
        *((8, 399, True), (31, 398, False)),
    ]
    assert facts["odd"][1]["description"] == '"plan" is "godl", as in 1 of 400 rows'
    assert facts["excluded"][0]["column"] == "no"
    rows = read(folder / "told.csv")
    assert [number for number, row in enumerate(rows) if row["reasons"]] == [7, 30]
    assert float(rows[7]["oddness"]) == max(float(row["oddness"]) for row in rows) > 99


def test_where_none_stands_out_that_is_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "anomalies", "usual.csv")

    assert (code, facts["verdict"]["level"]) == (0, "guessing")
    assert facts["verdict"]["sentence"].startswith("No row stands out.")


def test_a_fault_that_most_share_is_one_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anomalies", "slipped.csv"]) == 5

    said = capsys.readouterr().out
    assert said.startswith('The odd rows share one fault in "height".\n')
    assert "divided by 100 it would be like the others" in said


def test_a_person_reads_why_each_is_odd(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anomalies", "odd.csv", "--exclude", "plan"]) == 0

    said = capsys.readouterr().out
    assert "Row 8: odder than 399 of 400, perhaps a fault of the file\n" in said
    assert '"plan" is left out, as you asked.' in said


def test_too_few_rows_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "anomalies", "few.csv")[0] == 4


def test_a_row_that_is_there_again_with_a_slip_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = people(80).drop(columns="since").values.tolist()
    rows.append([*rows[4][:3], "basci"])
    write(folder / "slip.csv", [["no", *"abcd"], *([f"K{n}", *row] for n, row in enumerate(rows))])

    _, facts, _ = told(capsys, "anomalies", "slip.csv")
    main(["anomalies", "slip.csv"])

    assert facts["nearly"] == [{"rows": [5, 81], "column": "d", "values": ["basic", "basci"]}]
    said = capsys.readouterr().out
    assert "1 pair of rows is the same but for one cell that hardly differs." in said
    assert 'Row 5 and row 81: "d" is "basic" and "basci"' in said
