"""A file is read again as it was wished, and its table, its page and its history follow."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.errors import FileError
from desktop_app.records.jobs import Job, Live, Problem
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, Recipe, SheetName, Table, Wishes
from desktop_app.web.context import Context
from desktop_app.web.reading.chips import chips_of
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training, table, write_rows
from tests.api.reading_orders import ASKED, BOOK, CSV, read_so


def read_again(workspace: Workspace, stored: StoredTable, wishes: Wishes) -> Job:
    """Return the job that reads a table's file anew, on its way."""
    order = ImportOrder(path=stored.source, name=stored.table.name, wishes=wishes, table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)
    workspace.jobs.start(job.id)
    return job


def land(workspace: Workspace, job: Job, made: Table) -> None:
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(made))


def test_the_page_waits_for_the_reading_and_goes_on_to_its_outcome(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)
    job = read_again(workspace, stored, Wishes(header=2))
    jobs.progress = Live(fraction=0.43)

    page = person.get(f"/tables/{stored.id}/data?part=header").text
    assert 'value="43"' in page
    assert f'hx-get="/tables/{stored.id}/reading/{job.id}?part=header"' in page, (
        "its outcome is said at the chip"
    )
    assert "<summary" not in page.partition('id="reading"')[2].partition("</section>")[0]
    land(workspace, job, read_so(Recipe(format="csv", header=2, wishes=Wishes(header=2))))
    fragment = person.poll(f"/tables/{stored.id}/reading/{job.id}?part=header")
    page = person.get(fragment.headers["HX-Redirect"]).text

    assert "hx-trigger" not in fragment.text
    assert "Names in row 2 <small>your choice" in page
    assert "The file was read again." in page


def test_another_reading_takes_the_place_of_the_table_and_can_be_undone(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id, evaluation=None)
    anew = read_so(Recipe(format="csv", header=2))
    land(workspace, read_again(workspace, stored, Wishes(header=2)), anew)

    now = workspace.tables.get(stored.id)
    assert (now.table.recipe.header, now.folder == stored.folder) == (2, False)
    assert workspace.trainings.get(training.id).table_id == stored.id
    assert Path(stored.folder, "texts.parquet").exists()  # which the training still learns from
    person.post(f"/tables/{stored.id}/reading/undo")
    assert workspace.tables.get(stored.id).folder == stored.folder
    person.post(f"/tables/{stored.id}/reading/undo")
    assert workspace.tables.get(stored.id).folder == stored.folder, "there is nothing more to undo"
    person.post(f"/tables/{stored.id}/reading/redo")
    assert workspace.tables.get(stored.id).folder == now.folder


def test_the_next_start_keeps_the_readings_and_what_a_training_goes_on_with(workspace: Workspace) -> None:
    learned, plain = stored_table(workspace), stored_table(workspace)
    stored_training(workspace, learned.id, evaluation=None)
    for stored in (learned, plain):
        land(
            workspace,
            read_again(workspace, stored, Wishes(header=2)),
            read_so(Recipe(format="csv", header=2)),
        )

        workspace.tables.history.undo(stored.id)
        land(
            workspace,
            read_again(workspace, stored, Wishes(header=3)),
            read_so(Recipe(format="csv", header=3)),
        )

    workspace.tidy()

    assert [Path(stored.folder).exists() for stored in (learned, plain)] == [True, True]
    assert len(list((workspace.folder / "tables").iterdir())) == 4, "what was undone and cut off is gone"
    assert all(Path(stored.folder).exists() for stored in workspace.tables.list())
    assert workspace.tables.get(plain.id).table.recipe.header == 3


def test_a_reading_that_fails_leaves_the_table_and_says_why_beside_the_chip(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace, read_so(CSV))
    job = read_again(workspace, stored, Wishes(header=900))
    workspace.jobs.fail(job.id, Problem(code="refuse.header_only", values={"file": "customers.csv"}))

    page = person.get(f"/tables/{stored.id}/data?reading={job.id}&part=header").text

    opened = re.search(r'<details class="chip" data-close-outside open>.*?</details>', page, re.DOTALL)
    assert opened
    assert "has column names but no rows" in opened[0]
    assert "Row of the file" in opened[0]
    assert page.count("has column names but no rows") == 1
    assert workspace.tables.get(stored.id) == stored


def test_a_reading_can_be_cancelled_and_is_for_its_own_table_alone(
    person: Person, workspace: Workspace
) -> None:
    stored, other = stored_table(workspace), stored_table(workspace)
    job = read_again(workspace, stored, Wishes(header=2))

    assert person.post(f"/tables/{other.id}/reading/{job.id}/cancel").status_code == 404
    person.post(f"/tables/{stored.id}/reading/{job.id}/cancel")

    assert workspace.jobs.get(job.id).state == "cancelled"


def test_names_from_a_file_are_text_wherever_its_reading_is_told(
    person: Person, workspace: Workspace
) -> None:
    hostile = "<img src=x>" * 9
    column = Column(
        name=hostile, type="text", position=4, missing=0, distinct=1, top_values=(Bar(label="ü<i>", count=1),)
    )
    question = replace(ASKED, column=hostile, examples=(hostile,))
    made = replace(table("a.xlsx", column), recipe=replace(BOOK, sheet=hostile), questions=(question,))

    page = person.get(f"/tables/{stored_table(workspace, made).id}/data").text

    assert "<img" not in page
    assert "<b>notes" not in page
    assert "&#34;&gt;&lt;b&gt;notes" in page


def test_what_a_browser_brought_is_kept_with_its_table_and_goes_with_it(
    person: Person, workspace: Workspace, here: Context
) -> None:
    upload = here.uploads.path(here.uploads.begin())
    upload.write_bytes(b"a;b\n1;2\n")
    order = ImportOrder(path=str(upload), name="sales.csv")
    job = workspace.jobs.add("import", to_json(order), lane="short")
    land(workspace, job, table("sales.csv"))

    stored = workspace.tables.get(job.id)
    assert Path(stored.source).read_bytes() == b"a;b\n1;2\n"
    assert not upload.exists()
    workspace.tidy()
    assert Path(stored.source).exists()
    person.post(f"/tables/{stored.id}/delete")
    workspace.tidy()
    assert not Path(stored.source).exists()


def test_a_file_of_the_persons_own_is_read_again_where_it_lies(workspace: Workspace, tmp_path: Path) -> None:
    own = tmp_path / "sales.csv"
    job = workspace.jobs.add("import", to_json(ImportOrder(path=str(own), name="sales.csv")), lane="short")
    land(workspace, job, table("sales.csv"))

    assert workspace.tables.get(job.id).source == str(own)
    assert not list((workspace.folder / "sources").iterdir())


def carry_out(order: ImportOrder, folder: Path) -> dict[str, JSON]:
    """Do what a worker does."""
    from desktop_app.journeys.import_table import import_table

    return import_table(to_json(order), folder, lambda _progress: None)


def test_the_file_itself_is_read_in_the_way_that_was_wished(workspace: Workspace, tmp_path: Path) -> None:
    own = tmp_path / "days.csv"
    own.write_text("day,place\n" + "".join(f"0{n % 9 + 1}/02/2024,x{n % 3}\n" for n in range(30)))
    order = ImportOrder(path=str(own), name="days.csv")
    job = workspace.jobs.add("import", to_json(order), lane="short")
    workspace.land(job, carry_out(order, Path(job.folder)))
    stored = workspace.tables.get(job.id)
    assert stored.table.column("day") is not None

    again = read_again(workspace, stored, Wishes(readings={"day": "date-mdy"}))
    workspace.land(again, carry_out(from_json(ImportOrder, again.params), Path(again.folder)))

    column = workspace.tables.get(stored.id).table.column("day")
    assert column
    assert column.type == "date"
    assert workspace.tables.get(stored.id).table.questions == ()


def test_another_sheet_of_a_workbook_is_read_when_it_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    own = tmp_path / "sales.xlsx"
    book = Workbook()
    book.active.append(["place", "amount"])
    book.active.append(["Köln", 3])
    notes = book.create_sheet("notes")
    notes.sheet_state = "hidden"
    notes.append(["who", "when", "what"])
    notes.append(["Anna", "today", "called"])
    book.save(own)
    order = ImportOrder(path=str(own), name="sales.xlsx")
    job = workspace.jobs.add("import", to_json(order), lane="short")
    workspace.land(job, carry_out(order, Path(job.folder)))
    stored = workspace.tables.get(job.id)
    assert stored.table.recipe.sheets == (SheetName(name="Sheet"), SheetName(name="notes", is_hidden=True))

    again = read_again(workspace, stored, Wishes(sheet="notes"))
    workspace.land(again, carry_out(from_json(ImportOrder, again.params), Path(again.folder)))

    now = workspace.tables.get(stored.id).table
    assert [column.name for column in now.columns] == ["who", "when", "what"]
    assert [chip.words for chip in chips_of(now) if chip.is_decided] == ['Sheet "notes"']


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "refuse.source_gone"),
        (b"a,b\n1,2\n3,4\n", "refuse.source_changed"),
        (b"a,b\n1,9\n", "refuse.source_changed"),
    ],
    ids=["gone", "longer", "as long, but another"],
)
def test_a_file_that_is_not_the_one_that_was_opened_is_not_read(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    own = tmp_path / "sales.csv"
    own.write_bytes(b"a,b\n1,2\n")
    first = from_json(Table, carry_out(ImportOrder(path=str(own), name="sales.csv"), tmp_path))
    order = ImportOrder(path=str(own), name="sales.csv", table_id="1", size=first.size, sha256=first.sha256)
    own.unlink()
    if content:
        own.write_bytes(content)

    with pytest.raises(FileError) as refused:
        carry_out(order, tmp_path / "again")

    assert refused.value.code == code
