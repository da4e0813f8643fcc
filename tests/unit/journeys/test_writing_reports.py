"""A report is written whole, from a model file or from what a page knows."""

from pathlib import Path

import pytest

from desktop_app.errors import ModelError, SaveError
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import Written
from desktop_app.records.reporting import ReportOrder, ReportWishes
from tests.unit.journeys.asking import do
from tests.unit.reports.report.made_facts import known

AHEAD = Path(__file__).parents[2] / "compat" / "0.1.0" / "ahead.hunch"
STARTS = {".html": b"<!doctype html>", ".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}


@pytest.mark.parametrize("ending", sorted(STARTS))
def test_a_model_file_becomes_a_report(ending: str, model: Path, tmp_path: Path) -> None:
    out = tmp_path / f"report{ending}"

    written = do("write_report", ReportOrder(out=str(out), path=str(model)), Written, tmp_path / "job")

    content = out.read_bytes()
    assert content.startswith(STARTS[ending])
    assert written == Written(path=str(out), size=len(content))
    assert {path.name for path in tmp_path.iterdir()} == {"job", out.name}


def test_it_is_written_as_it_is_wanted(model: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    wishes = ReportWishes(title="Who leaves?", sections=("short",), made="2026-03-04")

    do("write_report", ReportOrder(out=str(out), path=str(model), wishes=wishes), Written, tmp_path / "job")

    page = out.read_text(encoding="utf-8")
    assert '<h1 dir="auto">Who leaves?</h1>' in page
    assert "Written on 2026-03-04" in page
    assert page.count("<h2") == 1


def test_what_a_page_knows_needs_no_model_file(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    order = ReportOrder(out=str(out), facts=known(note="Seen by the board."))

    do("write_report", order, Written, tmp_path / "job")

    assert "Seen by the board." in out.read_text(encoding="utf-8")


def test_the_file_from_outside_is_read_before_the_work_begins(model: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    order = ReportOrder(out=str(tmp_path / "report.html"), path=str(model))

    do("write_report", order, Written, tmp_path / "job", told.append)

    assert [one.read for one in told] == [True, False]
    assert told[-1].fraction == 1.0


def test_what_was_there_stays_where_the_model_is_none(tmp_path: Path) -> None:
    out, stranger = tmp_path / "report.html", tmp_path / "stranger.hunch"
    out.write_text("before", encoding="utf-8")
    stranger.write_bytes(b"PK\x03\x04 and then nothing")

    with pytest.raises(ModelError):
        do("write_report", ReportOrder(out=str(out), path=str(stranger)), Written, tmp_path / "job")

    assert out.read_text(encoding="utf-8") == "before"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    order = ReportOrder(out=str(tmp_path / "gone" / "report.html"), facts=known())

    with pytest.raises(SaveError):
        do("write_report", order, Written, tmp_path / "job")


@pytest.mark.parametrize("ending", sorted(STARTS))
def test_the_file_of_a_forecast_becomes_a_report(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"report{ending}"

    do("write_report", ReportOrder(out=str(out), path=str(AHEAD)), Written, tmp_path / "job")

    assert out.read_bytes().startswith(STARTS[ending])
