"""Answers are saved into the workbook that was brought, through the pages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Answers
from desktop_app.records.orders import ApplyOrder, Prepared, PrepareOrder
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.tables.importing import import_file
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, Person
from tests.api.made import FITS, HEADINGS, stored_table, stored_training
from tests.unit.tables.out.full_book import NAMES, ROWS, TOP, full_book
from tests.unit.tables.out.giving_back import loaded


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id)


def brought(workspace: Workspace, training: StoredTraining, path: Path, name: str) -> StoredAnswers:
    """Return a workbook that was brought to a model and answered, as its jobs leave it."""
    order = PrepareOrder(path=str(path), name=name, model=training.model, training_id=training.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    table = import_file(path, Path(job.folder), name=name, report=lambda _: None)
    workspace.land(job, to_json(Prepared(table=table, preflight=replace(FITS, rows=table.rows))))
    stored = workspace.answers.get(job.id)
    apply = ApplyOrder(table_folder=stored.folder, model="-")
    job = workspace.jobs.add("apply", to_json(apply), lane="short", subject=stored.id)
    _leave_answers(Path(job.folder), table.rows)
    answers = Answers(
        rows=table.rows, cautions=0, preflight=FITS, headings=HEADINGS, counts={"yes": table.rows}
    )
    workspace.land(job, to_json(answers))
    return workspace.answers.get(stored.id)


def _leave_answers(folder: Path, rows: int) -> None:
    import duckdb

    duckdb.sql(
        f"COPY (SELECT range AS row, 'yes' AS a0, 0.75::DOUBLE AS a1, 0.25::DOUBLE AS a2, "  # noqa: S608 - ours
        f"0.75::DOUBLE AS a3, '' AS a4 FROM range({rows})) TO '{folder / 'answers.parquet'}'"
    )


def saved(person: Person, workspace: Workspace, stored: StoredAnswers, kind: str) -> str:
    """Press a button to save, carry out what it asks for, and return the page that follows."""
    goes_on = person.post(f"/answers/{stored.id}/save", kind=kind).headers["Location"]
    job = workspace.jobs.active(stored.id)
    assert job is not None
    workspace.land(job, JOURNEYS["export"](job.params, Path(job.folder), lambda _: None))
    return person.get(goes_on).text


def test_the_window_saves_the_workbook_that_was_opened(
    owner: Person, workspace: Workspace, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = full_book(tmp_path / "people.xlsx")
    stored = brought(workspace, training, path, path.name)
    dialogs.chosen = tmp_path / "out.xlsx"

    page = saved(owner, workspace, stored, "xlsx")

    assert stored.source == str(path)
    assert "It is your workbook, with 5 columns added behind the table." in page
    sheet = loaded(tmp_path / "out.xlsx")["My data"]
    assert [cell.value for cell in sheet[TOP + 1]] == [*NAMES, *HEADINGS]
    assert [sheet.cell(TOP + 1 + row, 4).value for row in range(1, ROWS + 1)] == ["yes"] * ROWS


def test_a_browser_gets_the_workbook_that_it_brought(
    person: Person, workspace: Workspace, training: StoredTraining, here: Any, tmp_path: Path
) -> None:
    upload = here.uploads.path(here.uploads.begin())
    upload.write_bytes(full_book(tmp_path / "people.xlsx").read_bytes())
    stored = brought(workspace, training, upload, "people.xlsx")

    page = saved(person, workspace, stored, "xlsx")

    assert not upload.exists()
    assert Path(stored.source) == Path(stored.folder) / "source"
    assert "It is your workbook" in page
    assert "data-fetch-now" in page


def test_why_a_workbook_is_a_new_one_stands_on_the_page(
    owner: Person, workspace: Workspace, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = full_book(tmp_path / "people.xlsx")
    stored = brought(workspace, training, path, path.name)
    path.write_bytes(full_book(tmp_path / "other.xlsx", as_table=True).read_bytes())
    dialogs.chosen = tmp_path / "out.xlsx"

    page = saved(owner, workspace, stored, "xlsx")

    assert "It is a new workbook with this table alone" in page
    assert "Your workbook has changed since it was read here." in page


def test_a_workbook_with_macros_can_keep_them(
    owner: Person, workspace: Workspace, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = full_book(tmp_path / "people.xlsm", macros=b"not run here")
    stored = brought(workspace, training, path, path.name)
    dialogs.chosen = tmp_path / "out.xlsm"

    before = owner.get(f"/answers/{stored.id}").text
    page = saved(owner, workspace, stored, "xlsm")

    assert "Save with its macros…" in before
    assert dialogs.endings[0] == ".xlsm"
    assert "It is your workbook" in page


def test_other_files_offer_no_macros(
    owner: Person, workspace: Workspace, training: StoredTraining, tmp_path: Path
) -> None:
    path = full_book(tmp_path / "people.xlsx")
    stored = brought(workspace, training, path, path.name)

    assert "macros" not in owner.get(f"/answers/{stored.id}").text
