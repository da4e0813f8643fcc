"""The answers to one file as several files in a folder: the same rows in the same order, all or none."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.cli.work import done_by_worker
from desktop_app.tables.out import excel, parts
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write
from tests.unit.models.compared_made import save_groups

Capture = pytest.CaptureFixture[str]
PARTS = ["part-00001.csv", "part-00002.csv", "part-00003.csv"]


@pytest.fixture
def new(tmp_path: Path) -> str:
    """Seventy rows with letters of offices."""
    path = tmp_path / "Märkte 'neu'.csv"
    rows = customers(70, seed=4)
    rows[3][0] = 'Ölmann "&" Söhne; =1+1'
    write(path, rows)
    return str(path)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_the_parts_are_the_whole_file_in_its_order(
    model: str, new: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    told(capsys, "predict", model, new, "--out", str(tmp_path / "one.csv"))

    code, found, _ = told(capsys, "predict", model, new, "--out", str(out), "--parts", "30")

    assert code == 0
    assert found["parts"] == [
        {"name": name, "rows": rows} for name, rows in zip(PARTS, (30, 30, 10), strict=True)
    ]
    assert names(out) == PARTS
    head, *rows = (tmp_path / "one.csv").read_bytes().splitlines(keepends=True)
    files = [(out / name).read_bytes().splitlines(keepends=True) for name in PARTS]
    assert all(file[0] == head for file in files)
    assert [row for file in files for row in file[1:]] == rows
    assert (tmp_path / "one.csv").stat().st_size < sum((out / name).stat().st_size for name in PARTS)
    assert names(tmp_path) == sorted(["one.csv", "out", Path(new).name])


@pytest.mark.parametrize("rows", [70, 71, 10**9])
def test_one_part_is_the_file_itself(
    rows: int, model: str, new: str, tmp_path: Path, capsys: Capture
) -> None:
    told(capsys, "predict", model, new, "--out", str(tmp_path / "one.csv"))

    told(capsys, "predict", model, new, "--out", str(tmp_path / "out"), "--parts", str(rows))

    assert names(tmp_path / "out") == PARTS[:1]
    assert (tmp_path / "out" / PARTS[0]).read_bytes() == (tmp_path / "one.csv").read_bytes()


def test_what_does_not_fit_into_a_sheet_fits_into_parts(
    model: str, new: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "_MOST_ROWS", 50)
    out = tmp_path / "out"

    code, found, _ = told(capsys, "predict", model, new, "--out", str(tmp_path / "one.xlsx"))
    as_parts = told(capsys, "predict", model, new, "--out", str(out), "--parts", "40", "--format", "xlsx")

    assert (code, found["error"]["code"]) == (3, "save.sheet_full")
    assert "--parts" in found["error"]["hint"]
    assert as_parts[0] == 0
    sheets = [openpyxl.load_workbook(out / name).active for name in names(out)]
    assert [sheet.max_row for sheet in sheets] == [41, 31]
    assert sheets[1]["A2"].value == "C-00040"


def test_an_earlier_folder_of_parts_is_replaced_by_force_alone(
    model: str, new: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    command = ("predict", model, new, "--out", str(out), "--parts")
    told(capsys, *command, "10")

    code, found, _ = told(capsys, *command, "30")
    assert (code, found["error"]["code"], len(names(out))) == (2, "cli.out_exists", 7)
    assert told(capsys, *command, "30", "--force")[0] == 0
    assert names(out) == PARTS
    (out / "mine.txt").write_text("kept")
    code, found, _ = told(capsys, *command, "10", "--force")

    assert (code, found["error"]["code"]) == (2, "parts.others")
    assert "mine.txt" in found["error"]["message"]
    assert names(out) == ["mine.txt", *PARTS]


def test_the_file_that_is_asked_about_never_goes_with_earlier_parts(
    model: str, new: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    Path(new).rename(out / PARTS[0])
    (out / PARTS[1]).write_text("other rows")

    asked = ("predict", model, str(out / PARTS[0]), "--out", str(out), "--parts", "30", "--force")
    code, found, _ = told(capsys, *asked)

    assert (code, found["error"]["code"]) == (2, "parts.others")
    assert names(out) == PARTS[:2]
    assert (out / PARTS[1]).read_text() == "other rows"


def test_there_are_not_more_parts_than_anybody_looks_at(
    model: str, new: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_PARTS", 6)

    code, found, _ = told(capsys, "predict", model, new, "--out", str(tmp_path / "out"), "--parts", "10")

    assert (code, found["error"]["code"]) == (2, "parts.many")
    assert names(tmp_path) == [Path(new).name]


def test_an_empty_folder_is_filled(model: str, new: str, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    out.mkdir()

    assert told(capsys, "predict", model, new, "--out", str(out), "--parts", "30")[0] == 0
    assert names(out) == PARTS


def test_what_is_stopped_leaves_no_part(
    model: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def stopped(asked: Any, journey: str, order: Any, *others: Any) -> Any:
        done_by_worker(asked, journey, order, *others)
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.cli.predict.done_by_worker", stopped)

    code, _, _ = told(capsys, "predict", model, new, "--out", str(tmp_path / "out"), "--parts", "30")

    assert code == 130
    assert names(tmp_path) == [Path(new).name]


def test_a_folder_that_got_files_meanwhile_is_left_alone(
    model: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def meanwhile(asked: Any, journey: str, order: Any, *others: Any) -> Any:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("kept")
        return done_by_worker(asked, journey, order, *others)

    monkeypatch.setattr("desktop_app.cli.predict.done_by_worker", meanwhile)

    code, found, _ = told(capsys, "predict", model, new, "--out", str(tmp_path / "out"), "--parts", "30")

    assert (code, found["error"]["code"]) == (2, "parts.others")
    assert names(tmp_path / "out") == ["mine.txt"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("{new}", "--out", "answers.csv", "--parts", "9"), "parts.out"),
        (("{new}", "--out", "{new}", "--parts", "9"), "parts.out"),
        (("{folder}", "--out", "{folder}/out", "--parts", "9"), "parts.of_folder"),
        (("{new}", "--out", "{folder}/no/out", "--parts", "9"), "save.no_folder"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: tuple[str, ...], error: str, model: str, new: str, tmp_path: Path, capsys: Capture
) -> None:
    asked = [one.format(new=new, folder=tmp_path) for one in arguments]

    _, found, _ = told(capsys, "predict", model, *asked)

    assert found["error"]["code"] == error
    assert names(tmp_path) == [Path(new).name]


def test_only_models_that_answer_rows_take_parts(new: str, tmp_path: Path, capsys: Capture) -> None:
    save_groups(tmp_path / "groups.hunch")
    asked = ("predict", str(tmp_path / "groups.hunch"), new, "--out", str(tmp_path / "out"))

    _, found, _ = told(capsys, *asked, "--parts", "9")

    assert found["error"]["code"] == "model.compared_option"
    assert "--parts" in found["error"]["message"]
