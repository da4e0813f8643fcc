"""Groups, and what is usual, are kept as files; predict brings new rows to them."""

from pathlib import Path

import pandas as pd
import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read
from tests.unit.engine.anomalies.made import people, with_cell
from tests.unit.engine.clustering.made import clouds
from tests.unit.models.compared_made import save_groups, save_normal

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def files(here: None, folder: Path) -> None:
    if (folder / "groups.hunch").exists():
        return
    save_groups(folder / "groups.hunch")
    save_normal(folder / "usual.hunch")
    new, _groups = clouds((30, 20, 10), seed=4)
    new.to_csv(folder / "new.csv", index=False)
    new.assign(age=new["age"] + 200).to_csv(folder / "others.csv", index=False)
    with_cell("paid", 15_000.0, frame=people(60, seed=4)).to_csv(folder / "people.csv", index=False)


def test_groups_are_kept_and_new_rows_are_put_into_them(folder: Path, capsys: Capture) -> None:
    clouds()[0].to_csv(folder / "old.csv", index=False)
    names = ("--name", "Young", "--name", "Rich", "--name", "Gold")

    code, facts, _ = told(capsys, "groups", "old.csv", "--number", "3", "--model", "kept.hunch", *names)
    again, placed, _ = told(capsys, "predict", "kept.hunch", "new.csv", "--out", "placed.csv")

    assert (code, Path(facts["model"]).name, again) == (0, "kept.hunch", 0)
    assert [one["name"] for one in facts["groups"]] == ["Young", "Rich", "Gold"]
    assert [(one["name"], one["before"]) for one in placed["groups"]] == [
        *(("Young", 80), ("Rich", 60), ("Gold", 40)),
    ]
    assert told(capsys, "verify", "kept.hunch", "--rerun", "old.csv")[1]["rerun"]["same"]
    rows = read(folder / "placed.csv")
    assert {row["group"] for row in rows} <= {"Young", "Rich", "Gold", "fits none"}
    assert len(rows) == 60 == placed["none"] + sum(one["rows"] for one in placed["groups"])


def test_other_rows_fit_none_and_that_is_said(folder: Path, capsys: Capture) -> None:
    code, facts, complaints = told(capsys, "predict", "groups.hunch", "others.csv", "--out", "others-out.csv")

    assert (code, facts["none"], facts["others"]) == (5, 60, True)
    assert any("find their groups anew" in complaint for complaint in complaints)
    assert {row["group"] for row in read(folder / "others-out.csv")} == {"fits none"}


def test_check_says_of_usual_columns_that_the_rows_fit_no_group(folder: Path, capsys: Capture) -> None:
    new = clouds((0, 30, 0), seed=4)[0]
    new.assign(spent=new["spent"] + 9_000).to_csv(folder / "both.csv", index=False)  # of two groups at once

    code, facts, complaints = told(capsys, "check", "groups.hunch", "both.csv")

    assert (code, facts["fit"], facts["none"], facts["others"]) == (5, "caution", 30, True)
    assert any("fit no group" in complaint for complaint in complaints)
    assert told(capsys, "check", "groups.hunch", "new.csv")[1]["fit"] == "fits"


def test_check_says_of_usual_columns_that_the_rows_are_odder(folder: Path, capsys: Capture) -> None:
    new = people(200, seed=4)
    new.assign(weight=240 - new["height"]).to_csv(folder / "mixed.csv", index=False)  # the tall are light

    code, facts, _ = told(capsys, "check", "usual.hunch", "mixed.csv")
    predicted = told(capsys, "predict", "usual.hunch", "mixed.csv", "--out", "mixed-out.csv")[1]

    assert (code, facts["others"]) == (5, True)
    assert (facts["upper"], facts["count"]) == (predicted["upper"], predicted["count"])
    assert "odd" not in facts  # why they are odd is not sought yet


def test_new_rows_are_told_how_odd_they_are_beside_the_old(folder: Path, capsys: Capture) -> None:
    code, facts, _ = told(capsys, "predict", "usual.hunch", "people.csv", "--out", "odd.csv")

    assert (code, facts["task"], facts["others"]) == (5, "odd", False)  # 15,000 is outside what was learned
    assert facts["odd"][0]["row"] == 8
    assert facts["odd"][0]["fault"]
    assert facts["expected"] >= 0
    rows = read(folder / "odd.csv")
    assert (rows[7]["oddness"], rows[7]["reasons"] != "", rows[7]["caution"] != "") == ("100.0", True, True)
    assert len(rows) == 60


def test_a_person_reads_how_many_were_to_be_expected(capsys: Capture) -> None:
    main(["predict", "usual.hunch", "people.csv", "--out", "told.csv"])

    said = capsys.readouterr().out
    assert "stands out beside the 400 old ones." in said
    assert "Of 60 rows like the old ones, up to" in said
    assert "Row 8: odder than 100 of 100 old rows, perhaps a fault of the file" in said


def test_a_renamed_column_is_suggested_and_mapped(folder: Path, capsys: Capture) -> None:
    new = pd.read_csv(folder / "new.csv").rename(columns={"spent": "spent in all"})
    new.to_csv(folder / "renamed.csv", index=False)

    code, facts, _ = told(capsys, "predict", "groups.hunch", "renamed.csv", "--out", "m.csv")
    mapped = ("--map", "spent in all=spent")
    again, placed, _ = told(capsys, "predict", "groups.hunch", "renamed.csv", "--out", "m.csv", *mapped)

    assert (code, facts["error"]["code"]) == (4, "cli.columns_renamed")
    assert again == 0
    assert [one["column"] for one in placed["check"]["mapped"]] == ["spent"]


def test_values_that_were_never_seen_are_a_caution(folder: Path, capsys: Capture) -> None:
    pd.read_csv(folder / "new.csv").assign(plan="iron").to_csv(folder / "iron.csv", index=False)

    code, facts, _ = told(capsys, "predict", "groups.hunch", "iron.csv", "--out", "i.csv")

    assert (code, facts["cautions"], facts["check"]["fit"]) == (5, 60, "caution")


def test_they_say_what_they_are_and_hold(capsys: Capture) -> None:
    for name, task in (("groups.hunch", "groups"), ("usual.hunch", "odd")):
        assert told(capsys, "inspect", name)[1]["task"] == task
        main(["inspect", name])
        assert "This file holds no row of the table." in capsys.readouterr().out
        assert told(capsys, "verify", name)[1]["intact"]
        assert told(capsys, "check", name, "new.csv" if task == "groups" else "people.csv")[0] in (0, 5)


def test_what_is_usual_is_found_again_to_the_last_number(folder: Path, capsys: Capture) -> None:
    people(150).to_csv(folder / "all.csv", index=False)
    told(capsys, "anomalies", "all.csv", "--model", "again.hunch")

    code, facts, _ = told(capsys, "verify", "again.hunch", "--rerun", "all.csv")

    assert (code, facts["rerun"]["same"]) == (0, True)


def test_names_for_other_groups_are_not_used(capsys: Capture) -> None:
    _, facts, complaints = told(capsys, "groups", "new.csv", "--number", "2", "--name", "Young")

    assert facts["groups"][0]["name"] == "Group 1"
    assert complaints[0] == "The names were not used: there are 2 groups, and 1 names."


def test_they_can_be_signed(folder: Path, capsys: Capture) -> None:
    told(capsys, "keygen", "--out", "it.key", "--name", "IT", "--force")

    code, _, _ = told(capsys, "sign", "groups.hunch", "--key", "it.key", "--out", "signed.hunch")

    assert code == 0
    assert told(capsys, "predict", "signed.hunch", "new.csv", "--out", "s.csv")[0] == 0


REFUSED = {
    "report": ("--out", "r.html"),
    "export": ("--to", "html", "--out", "e.html"),
    "watch": (".", "--once"),
    "serve": ("--port", "0"),
}


@pytest.mark.parametrize("command", REFUSED)
def test_commands_that_need_answers_refuse_them_in_a_sentence(command: str, capsys: Capture) -> None:
    code, facts, _ = told(capsys, command, "usual.hunch", *REFUSED[command])

    assert (code, facts["error"]["code"]) == (7, "model.compared")


def test_options_of_answers_are_refused(capsys: Capture) -> None:
    code, facts, _ = told(capsys, "predict", "usual.hunch", "people.csv", "--out", "x.csv", "--explain")

    assert (code, facts["error"]["code"]) == (2, "model.compared_option")
