"""Groups are found in a file, told in counts, and saved beside its rows."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write
from tests.unit.engine.clustering.made import clouds, noise


@pytest.fixture(autouse=True)
def files(here: None, folder: Path) -> None:
    frame, _groups = clouds()
    if not (folder / "clouds.csv").exists():
        write(
            folder / "clouds.csv", [["no", *frame], *([f"K{n}", *row] for n, row in enumerate(frame.values))]
        )
        write(folder / "noise.csv", [[*noise()], *noise().values.tolist()])


def test_they_are_told_and_saved_beside_the_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "groups", "clouds.csv", "--out", "grouped.csv")

    assert (code, facts["verdict"]["level"], facts["rows"]) == (0, "good", 180)
    assert [(one["name"], one["rows"]) for one in facts["groups"]] == [
        *(("Group 1", 80), ("Group 2", 60), ("Group 3", 40)),
    ]
    assert '"plan" is "gold" for 100 of 100, elsewhere for 0' in facts["groups"][2]["description"]
    assert facts["excluded"][0]["column"] == "no"
    rows = read(folder / "grouped.csv")
    assert len(rows) == 180
    assert [row["group"] for row in rows].count("Group 3") == 40
    assert all(0 <= float(row["fit"]) <= 1 for row in rows)


def test_no_clear_groups_are_an_answer_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, complaints = told(capsys, "groups", "noise.csv", "--out", "none.csv")

    assert (code, facts["groups"], facts["verdict"]["level"], facts["out"]) == (5, [], "guessing", None)
    assert not (folder / "none.csv").exists()
    assert complaints == ["Nothing was written: there are no groups to write."]


def test_a_person_reads_what_tells_each_group_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["groups", "clouds.csv", "--exclude", "noise", "--number", "3"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Good. 3 groups, clearly apart.\n")
    assert "Group 2: 60 rows\n" in said
    assert '"noise" is left out, as you asked.' in said


def test_a_misspelt_column_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "groups", "clouds.csv", "--exclude", "spend")

    assert (code, facts["error"]["code"]) == (2, "cli.no_column")
    assert "spent" in facts["error"]["message"] + facts["error"]["hint"]


def test_too_few_rows_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "groups", "few.csv")[0] == 4


def test_where_saving_is_not_allowed_groups_are_shown_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "rules.json").write_text('{"export": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(folder / "rules.json"))

    assert told(capsys, "groups", "clouds.csv", "--out", "x.csv")[0] == 6
    assert told(capsys, "groups", "clouds.csv", "--number", "3")[0] == 0
