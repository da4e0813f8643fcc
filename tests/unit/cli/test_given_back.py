"""`hunch predict` gives a workbook back with its answers in it."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import run_here
from tests.unit.cli.made_files import customers, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("given back")


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.jobs.once.run_once", run_here)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(folder / "workspace"))
    monkeypatch.chdir(folder)


@pytest.fixture
def model(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Train once for all tests of this module."""
    if not (folder / "kept.hunch").exists():
        write(folder / "customers.csv", customers(120))
        command = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "kept.hunch")
        assert main(command) in (0, 5)
        capsys.readouterr()
    return "kept.hunch"


def workbook(path: Path, *, locked: bool = False) -> Path:
    """Write customers below a title, beside a sheet with a sum."""
    book = openpyxl.Workbook()
    book.active.title = "New ones"
    book.active.append(["Customers of March"])
    for row in customers(30, seed=2):
        book.active.append(row[:3])
    book.active.protection.sheet = locked
    book.create_sheet("Sums")["A1"] = "=SUM('New ones'!B:B)"
    book.save(path)
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) in (0, 5)
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


@pytest.mark.parametrize("out", ["out.xlsx", "march.xlsx"], ids=["beside it", "over itself"])
def test_a_workbook_comes_back_with_columns_added(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    workbook(folder / "march.xlsx")

    facts = told(capsys, "predict", model, "march.xlsx", "--out", out, "--force")

    book = openpyxl.load_workbook(folder / out)
    assert facts["workbook"] == "same"
    assert [cell.value for cell in book["New ones"][2]] == ["customer", "calls", "region", *facts["columns"]]
    assert {row[3].value for row in book["New ones"].iter_rows(min_row=3)} == {"yes", "no"}
    assert book["New ones"]["A1"].value == "Customers of March"
    assert book["Sums"]["A1"].value == "=SUM('New ones'!B:B)"


def test_why_a_workbook_is_a_new_one_is_a_warning(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook(folder / "locked.xlsx", locked=True)

    facts = told(capsys, "predict", model, "locked.xlsx", "--out", "new.xlsx", "--force")

    assert facts["workbook"] == "new"
    assert ("workbook.protected", "Its sheet is protected.") in [
        (warning["code"], warning["message"]) for warning in facts["warnings"]
    ]
    assert openpyxl.load_workbook(folder / "new.xlsx").sheetnames == ["Sheet1"]


def test_other_files_are_no_workbook(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook(folder / "march.xlsx")

    from_csv = told(capsys, "predict", model, "customers.csv", "--out", "new.xlsx", "--force")
    to_csv = told(capsys, "predict", model, "march.xlsx", "--out", "out.csv", "--force")

    assert (from_csv["workbook"], to_csv["workbook"]) == (None, None)


def test_a_workbook_that_cannot_be_given_back_is_not_replaced(model: str, folder: Path) -> None:
    before = workbook(folder / "locked.xlsx", locked=True).read_bytes()

    status = main(["predict", model, "locked.xlsx", "--out", "locked.xlsx", "--force"])

    assert status not in (0, 5)
    assert (folder / "locked.xlsx").read_bytes() == before
