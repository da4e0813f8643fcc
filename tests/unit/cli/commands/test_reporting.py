"""A report is written in the form that its file's ending asks for."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told


@pytest.mark.parametrize(
    ("ending", "start"), [("html", b"<!doctype html>"), ("docx", b"PK\x03\x04"), ("PDF", b"%PDF-")]
)
def test_the_ending_decides_the_form(
    ending: str, start: bytes, model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["report", model, "--out", f"report.{ending}", "--force"])

    captured = capsys.readouterr()
    assert (code, captured.err) == (0, "")
    assert captured.out.startswith(f'Saved as "report.{ending}", ')
    assert (folder / f"report.{ending}").read_bytes().startswith(start)


def test_it_is_told_as_json(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, complaints = told(capsys, "report", model, "--out", "told.html", "--for", "experts")

    out = folder / "told.html"
    assert (code, complaints) == (0, [])
    assert facts == {"out": str(out), "size": out.stat().st_size, "for": "experts"}
    assert "Models that were tried" in out.read_text(encoding="utf-8")


def test_everyone_reads_it_in_plain_words(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["report", model, "--out", "plain.html"])

    page = (folder / "plain.html").read_text(encoding="utf-8")
    assert "The answer in short" in page
    assert "Models that were tried" not in page
    assert "accuracy" not in page


def test_a_file_that_is_there_is_replaced_only_by_force(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine.html").write_text("mine", encoding="utf-8")

    code, facts, _ = told(capsys, "report", model, "--out", "mine.html")

    assert (code, facts["error"]["code"]) == (2, "cli.out_exists")
    assert (folder / "mine.html").read_text(encoding="utf-8") == "mine"

    assert main(["report", model, "--out", "mine.html", "--force"]) == 0
    assert (folder / "mine.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_another_ending_is_refused(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "report", model, "--out", "report.txt")

    assert (code, facts["error"]["code"]) == (2, "cli.out_type")
    assert facts["error"]["hint"] == "Use one of: .html, .docx, .pdf"
    assert not (folder / "report.txt").exists()


@pytest.mark.parametrize(("file", "code"), [("broken.hunch", 7), ("customers.csv", 7), ("nowhere.hunch", 3)])
def test_what_is_no_model_has_no_report(
    file: str, code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "report", file, "--out", "none.pdf")[0] == code
    assert not (folder / "none.pdf").exists()


def test_no_scratch_is_left(folder: Path) -> None:
    assert not list(folder.glob(".*"))
