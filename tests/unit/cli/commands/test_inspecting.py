"""Tables and models are inspected and converted."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import write


def test_a_column_with_two_readings_is_a_question(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "days.csv", [["day", "n"], *([f"0{n % 9 + 1}/02/2024", n] for n in range(30))])

    _, facts, _ = told(capsys, "inspect", "days.csv")

    (question,) = facts["questions"]
    assert (question["code"], question["column"]) == ("import.date_question", "day")
    assert "--assume day=date-dmy" in question["hint"]
    assert len(question["examples"]) == len(question["choices"][0]["examples"]) > 1

    _, facts, _ = told(capsys, "inspect", "days.csv", "--assume", "day=date-dmy", "n=text")

    assert facts["questions"] == []
    assert [column["type"] for column in facts["columns"]] == ["date", "text"]


def test_a_table_is_converted_and_what_it_leaves_open_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "due.csv", [["due", "n"], *([f"0{n % 9 + 1}/02/2024", n] for n in range(30))])
    asked = ("convert", "due.csv", "--out", "due.xlsx")

    code, facts, complaints = told(capsys, *asked)

    assert code == 5
    assert list(facts) == ["rows", "columns", "renamed", "questions", "warnings", "out"]
    assert facts["columns"] == [{"name": "due", "type": "category"}, {"name": "n", "type": "id"}]
    assert complaints[:2] == [
        '1 question is open. "due" stays text until you answer.',
        "See what is asked: hunch inspect due.csv",
    ]

    code, facts, _ = told(capsys, *asked, "--assume", "due=date-dmy")

    assert (code, facts["error"]["code"]) == (2, "cli.out_exists")

    code, facts, complaints = told(capsys, *asked, "--assume", "due=date-dmy", "--force")

    assert (code, facts["rows"], facts["questions"]) == (0, 30, [])
    assert not any("question" in complaint for complaint in complaints)
    assert (folder / "due.xlsx").read_bytes().startswith(b"PK")
    assert facts["out"] == str(folder / "due.xlsx")


def test_what_inspect_printed_is_the_recipe_of_the_next_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(("inspect", "customers.csv", "--assume", "calls=text", "--json"))
    (folder / "r.json").write_text(capsys.readouterr().out)

    _, facts, _ = told(capsys, "inspect", "customers.csv", "--recipe", "r.json", "--assume", "region=text")

    types = {column["name"]: column["type"] for column in facts["columns"]}
    assert (types["calls"], types["region"]) == ("text", "text")


def test_a_model_is_not_read_like_a_table(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "inspect", model, "--assume", "calls=text")

    assert (code, facts["error"]["code"]) == (2, "cli.for_tables")
    assert facts["error"]["message"].endswith(
        "--sheet, --range, --encoding, --assume, --recipe say how a table is read."
    )


def test_a_table_is_inspected(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "inspect", "customers.csv")

    assert code == 0
    assert facts["rows"] == 120
    assert [(column["name"], column["type"]) for column in facts["columns"]] == [
        ("customer", "id"),
        ("calls", "number"),
        ("region", "category"),
        ("left", "yes/no"),
    ]
    assert facts["questions"] == []
    assert facts["recipe"]["delimiter"] == ","


def test_a_model_is_inspected(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "inspect", model)

    assert code == 0
    assert (facts["target"], facts["task"]) == ("left", "classification")
    assert set(facts["verdict"]) == {"level", "sentence"}


def test_people_read_lines_and_nothing_else(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    for file in ("customers.csv", model):
        assert main(["inspect", file]) == 0

    text = capsys.readouterr().out
    assert "customers.csv: 120 rows, 4 columns." in text
    assert 'Can it tell "left": yes or no?' in text
    assert "This file holds no rows of your table." in text
    assert "{" not in text
