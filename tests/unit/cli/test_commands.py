"""Each command on good and bad files. The journeys are real; only the worker around them is left out."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jobs import Order, Report
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings
from tests.unit.cli.made_files import customers, read, write

REFUSED = {
    "empty": (["inspect", "empty.csv"], 3, "refuse.empty"),
    "binary": (["inspect", "binary.csv"], 3, "refuse.not_table"),
    "header": (["train", "header.csv", "--target", "a"], 3, "refuse.header_only"),
    "one_column": (["train", "one_column.csv", "--target", "a"], 4, "plan.only_column"),
    "unknown": (["train", "customers.csv", "--target", "lft"], 4, "plan.target_unknown"),
    "one_value": (["train", "constant.csv", "--target", "same"], 4, "plan.one_value"),
    "few": (["train", "few.csv", "--target", "left"], 4, "plan.too_few"),
    "no_target": (["train", "customers.csv"], 2, "cli.no_target"),
    "table_as_model": (["predict", "customers.csv", "customers.csv", "--out", "o.csv"], 7, "model.not_model"),
    "broken_model": (["inspect", "broken.hunch"], 7, "model.not_model"),
    "out_type": (["train", "customers.csv", "--target", "left", "--out", "model.zip"], 2, "cli.out_type"),
}


def run_here(order: Order, settings: Settings, on_progress: Report) -> dict[str, JSON]:
    result: dict[str, JSON] = JOURNEYS[order.journey](
        json.loads(json.dumps(order.params)), Path(order.folder), on_progress
    )
    return dict(json.loads(json.dumps(result)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("commands")
    write(place / "customers.csv", customers(120))
    write(place / "few.csv", customers(19))
    write(place / "one_column.csv", [["a"], *([n % 3] for n in range(50))])
    write(place / "constant.csv", [["a", "same"], *([n % 7, "x"] for n in range(50))])
    (place / "empty.csv").write_bytes(b"")
    (place / "header.csv").write_text("a,b\n")
    (place / "binary.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)
    (place / "broken.hunch").write_bytes(b"PK\x03\x04 and then nothing")
    return place


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.jobs.once.run_once", run_here)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(folder / "workspace"))
    monkeypatch.chdir(folder)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], list[str]]:
    code = main([*arguments, "--json"])
    captured = capsys.readouterr()
    return code, json.loads(captured.out), captured.err.splitlines()


@pytest.fixture
def model(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Train once for all tests of this module."""
    if not (folder / "kept.hunch").exists():
        command = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "kept.hunch")
        assert main(command) in (0, 5)
        capsys.readouterr()
    return "kept.hunch"


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence_with_a_hint(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, expected, expected_code = REFUSED[name]

    code, facts, complaints = told(capsys, *arguments)

    error = facts["error"]
    assert (code, error["code"]) == (expected, expected_code)
    assert error["message"]
    assert error["hint"]
    assert complaints == [error["message"], error["hint"]]


def test_a_verdict_is_said_once_also_where_the_model_is_not_for_use(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    luck = random.Random(7)  # noqa: S311 - no secret
    write(folder / "luck.csv", [["calls", "left"], *([n, luck.choice(("yes", "no"))] for n in range(7, 167))])

    code = main(("train", "luck.csv", "--target", "left", "--budget", "1"))

    captured = capsys.readouterr()
    assert code == 5
    assert captured.out.startswith("No better than guessing. ")
    assert captured.err.splitlines() == [
        f"The model is saved only so that you can look at it: hunch inspect {folder / 'luck.hunch'}"
    ]


def test_a_missing_target_lists_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    _, facts, _ = told(capsys, "train", "customers.csv")

    assert facts["error"]["hint"] == 'Add --target COLUMN. Columns: "customer", "calls", "region", "left"'


def test_nothing_that_exists_is_overwritten(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / model).read_bytes()

    code, _, complaints = told(capsys, "train", "customers.csv", "--target", "left", "--out", model)

    assert code == 2
    assert complaints[0] == "kept.hunch is already there."
    assert (folder / model).read_bytes() == before


@pytest.mark.parametrize("option", ["--exclude", "--known"])
def test_a_misspelt_column_is_never_passed_over(
    option: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "misspelt.hunch")

    code, facts, _ = told(capsys, *asked, option, "cals")

    assert (code, facts["error"]["code"]) == (2, "cli.no_column")
    assert facts["error"]["hint"].startswith('Did you mean "calls"? Its columns: "')
    assert not (folder / "misspelt.hunch").exists()


def test_a_misspelt_column_is_never_allowed_to_be_missing(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("predict", model, "customers.csv", "--out", "allowed.csv", "--allow-missing", "cals")

    code, facts, _ = told(capsys, *asked)

    assert (code, facts["error"]["code"]) == (2, "cli.no_column")
    assert facts["error"]["hint"].startswith('Did you mean "calls"?')
    assert not (folder / "allowed.csv").exists()


def test_a_target_like_no_column_is_answered_with_the_columns_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, facts, _ = told(capsys, "train", "customers.csv", "--target", "xyzzy")

    assert facts["error"]["hint"] == 'Its columns: "customer", "calls", "region", "left"'


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
    assert "{" not in text


def test_rows_that_look_like_those_it_learned_from_have_no_caution(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, complaints = told(capsys, "predict", model, "customers.csv", "--out", "same.csv", "--force")

    assert (code, facts["cautions"], complaints) == (0, 0, [])
    assert (facts["check"], facts["warnings"]) == ({"fit": "fits", "missing": []}, [])
    assert facts["rows"] == len(read(folder / "same.csv")) == 120
    assert sum(facts["answers"]["counts"].values()) == 120
    assert facts["out"] == str(folder / "same.csv")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_the_columns_that_were_added_are_told_as_they_stand_in_the_file(
    ending: str, model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [[*row, "mine"] for row in customers(30)]
    write(folder / "again.csv", [[*rows[0][:-1], "prediction"], *rows[1:]])

    _, facts, _ = told(capsys, "predict", model, "again.csv", "--out", f"again_answers.{ending}")

    assert facts["columns"] == [
        *("prediction (2)", "probability", "probability: no", "probability: yes", "caution"),
    ]


def test_values_never_seen_are_cautions_and_exit_code_five(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "strange.csv", [["calls", "region"], [3, "North"], [99, "West"]])

    code = main(["predict", model, "strange.csv", "--out", "strange.xlsx", "--force"])

    captured = capsys.readouterr()
    assert code == 5
    assert "Rows in: 2. Rows answered: 2, in the same order." in captured.out
    assert "2 of 2 rows have a caution." in captured.err
    assert 'See the column "caution" in' in captured.err
    assert (folder / "strange.xlsx").read_bytes().startswith(b"PK")


def test_a_missing_column_is_named_and_may_be_allowed(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "short.csv", [["region"], ["West"], ["East"]])
    asked = ("predict", model, "short.csv", "--out", "short_answers.csv")

    code, facts, _ = told(capsys, *asked)

    assert (code, facts["error"]["message"]) == (4, 'The file lacks: "calls".')
    assert not (folder / "short_answers.csv").exists()

    code, facts, _ = told(capsys, *asked, "--allow-missing", "calls")

    assert (code, facts["cautions"]) == (5, 2)
    assert facts["check"] == {"fit": "caution", "missing": ["calls"]}
    assert all("without calls" in row["caution"] for row in read(folder / "short_answers.csv"))


def test_every_column_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "wide.csv", [[f"column {n}" for n in range(300)], *([range(300)] * 3)])

    assert main(["inspect", "wide.csv"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "wide.csv: 3 rows, 300 columns."
    assert len(lines) == 303


def test_no_scratch_is_left(folder: Path) -> None:
    assert not list(folder.glob(".*"))
    assert not (folder / "workspace").exists()
