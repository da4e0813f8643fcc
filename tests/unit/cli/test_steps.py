"""The commands follow what a person did to a table, where its recipe says so, and say what that was."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import Recipe, RowRule, Wishes
from tests.unit.cli.commands.running import run_here
from tests.unit.cli.made_files import customers, read, write

WISHES = Wishes(
    names={"calls": "phone calls", "customer": "<script>"},
    columns_out=("customer",),
    rows_out=(
        RowRule(kind="value", column="region", value="West", keep=True),
        RowRule(kind="range", column="calls", start=8.0),
    ),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with customers, and with the recipe of a table on which steps were taken."""
    monkeypatch.setattr("desktop_app.jobs.once.run_once", run_here)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "customers.csv", customers(160))
    keep_recipe(tmp_path, WISHES)
    return tmp_path


def keep_recipe(folder: Path, wishes: Wishes) -> None:
    recipe = Recipe(format="csv", types={"calls": "number", "region": "yes/no"}, wishes=wishes)
    (folder / "r.json").write_text(json.dumps({"recipe": to_json(recipe)}))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def staying() -> list[list[object]]:
    """Return the rows that the rules leave."""
    return [row for row in customers(160)[1:] if row[2] == "West" and int(str(row[1])) < 8]


def test_inspect_shows_names_and_what_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts = told(capsys, "inspect", "customers.csv", "--recipe", "r.json")

    assert code == 0
    assert facts["rows"] == len(staying())
    assert [(column["name"], column["heading"]) for column in facts["columns"]] == [
        ("phone calls", "calls"),
        ("region", "region"),
        ("left", "left"),
    ]
    out = facts["left_out"]
    assert [(column["name"], column["heading"]) for column in out["columns"]] == [("<script>", "customer")]
    assert out["columns"][0]["distinct"] == len(staying())
    west = sum(row[2] == "West" for row in customers(160)[1:])
    assert [(rule["rule"]["kind"], rule["count"]) for rule in out["rows"]] == [
        ("value", 160 - west),
        ("range", west - len(staying())),
    ]
    assert facts["recipe"]["wishes"] == to_json(WISHES) | {
        "readings": {"calls": "number", "region": "yes/no"}
    }


def test_what_inspect_prints_is_a_recipe_that_takes_the_same_steps(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, facts = told(capsys, "inspect", "customers.csv", "--recipe", "r.json")
    (here / "again.json").write_text(json.dumps(facts))

    _, again = told(capsys, "inspect", "customers.csv", "--recipe", "again.json")

    first, second = facts.pop("recipe")["wishes"], again.pop("recipe")["wishes"]
    assert again == facts
    assert second == first | {"readings": second["readings"]}


def test_inspect_says_in_sentences_what_was_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "customers.csv", "--recipe", "r.json"]) == 0

    said = capsys.readouterr().err.splitlines()
    assert '1 column has another name than in the file: "calls → phone calls".' in said
    assert '1 column is left out: "<script>".' in said
    assert any(line.startswith('Only rows are kept where "region" is "West"; ') for line in said)
    assert any(line.endswith(' rows are left out: "phone calls" is 8 or more.') for line in said)


def test_a_file_without_steps_says_nothing_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    _, facts = told(capsys, "inspect", "customers.csv")

    assert facts["left_out"] == {"columns": [], "rows": []}
    assert [column["heading"] for column in facts["columns"]] == ["customer", "calls", "region", "left"]
    assert facts["warnings"] == []


def test_convert_writes_new_names_and_only_what_stays(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts = told(capsys, "convert", "customers.csv", "--recipe", "r.json", "--out", "o.csv")

    assert code == 0
    assert [column["name"] for column in facts["columns"]] == ["phone calls", "region", "left"]
    assert {warning["code"] for warning in facts["warnings"]} == {
        "cli.renamed",
        "cli.columns_out",
        "step.rows_kept",
        "step.rows_out",
    }
    rows = read(here / "o.csv")
    assert [[row["phone calls"], row["left"]] for row in rows] == [[str(row[1]), row[3]] for row in staying()]


def test_a_model_is_trained_on_what_stays_and_answers_every_row_under_its_own_headings(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learned, facts = told(
        capsys,
        *("train", "customers.csv", "--recipe", "r.json", "--target", "left"),
        *("--budget", "1", "--out", "m.hunch"),
    )
    assert learned in (0, 5)
    assert set(facts["features"]) <= {"phone calls", "region"}
    assert "<script>" not in [left["column"] for left in facts["excluded"]]

    code, answers = told(capsys, "predict", "m.hunch", "customers.csv", "--out", "a.csv")

    assert code == 5
    rows = read(here / "a.csv")
    assert list(rows[0])[:4] == ["customer", "calls", "region", "left"]
    assert answers["rows"] == len(rows) == 160
    told_apart = "rows like this were left out before learning"
    marked = [row["customer"] for row in rows if told_apart in row["caution"]]
    assert marked == [str(row[0]) for row in customers(160)[1:] if row not in staying()]
    assert "check.left_out" in [warning["code"] for warning in answers["warnings"]]


@pytest.mark.parametrize(
    "wishes",
    [
        {"names": {"calls": "x" * 10_000}},
        {"names": {"calls": "\x1b[31mred"}},
        {"names": {"calls": ""}},
        {"names": ["calls"]},
        {"columns_out": [1]},
        {"rows_out": [{"kind": "every"}]},
        {"rows_out": [{"kind": "range", "column": "calls", "start": float("nan")}]},
        {"rows_out": [{"kind": "value", "column": "\ud800", "value": ""}]},
        {"rows_out": [{"kind": "repeated"}] * 300},
    ],
    ids=("long", "steering", "empty", "list", "number", "kind", "nan", "half", "many"),
)
def test_a_recipe_with_steps_that_cannot_be_followed_is_none(
    here: Path, capsys: pytest.CaptureFixture[str], wishes: dict[str, Any]
) -> None:
    (here / "bad.json").write_text(json.dumps({"format": "csv", "wishes": wishes}))

    code, facts = told(capsys, "inspect", "customers.csv", "--recipe", "bad.json")

    assert (code, facts["error"]["code"]) == (2, "cli.no_recipe")


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (Wishes(columns_out=("customer", "calls", "region", "left")), "refuse.all_columns"),
        (Wishes(rows_out=(RowRule(kind="range", column="calls", start=-1.0),)), "refuse.all_rows"),
    ],
    ids=("columns", "rows"),
)
def test_a_recipe_that_leaves_nothing_is_refused_in_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], wishes: Wishes, code: str
) -> None:
    keep_recipe(here, wishes)

    ended, facts = told(capsys, "convert", "customers.csv", "--recipe", "r.json", "--out", "o.csv")

    assert (ended, facts["error"]["code"]) == (3, code)
    assert facts["error"]["hint"]
    assert not (here / "o.csv").exists()
