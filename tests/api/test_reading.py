"""How a file was read: chips say it, forms change it, and only a person answers where two readings fit."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.errors import FileError
from desktop_app.records.jobs import Job, Live, Problem
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Choice, Column, Question, Recipe, SheetName, Table, Wishes
from desktop_app.web.context import Context
from desktop_app.web.letters import in_letters, odd_words
from desktop_app.web.reading import chips_of, reading_now
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training, table, write_rows

DAYS = ("01/02/2024", "03/04/2024")
ASKED = Question(
    code="import.date_question",
    column="months",
    examples=DAYS,
    choices=(
        Choice(reading="text", examples=DAYS),
        Choice(reading="date-dmy", examples=("1 Feb 2024", "3 Apr 2024")),
        Choice(reading="date-mdy", examples=("2 Jan 2024", "4 Mar 2024")),
    ),
)
BOOK = Recipe(
    format="xlsx",
    sheet="Data",
    range="B3:F40",
    header=3,
    sheets=(SheetName(name="Data"), SheetName(name='"><b>notes', is_hidden=True)),
)


def read_so(recipe: Recipe, *questions: Question) -> Table:
    return replace(table(), recipe=recipe, questions=questions)


def words_of(recipe: Recipe) -> list[str]:
    return [chip.words for chip in chips_of(read_so(recipe))][:-1]  # the last one is that of all types


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        (
            Recipe(format="csv", encoding="cp1252", delimiter=";", header=4, left_out=2),
            ["Western European letters", "Semicolon between columns", "Names in row 4", "2 rows left out"],
        ),
        (
            Recipe(
                format="csv", encoding="utf-8-sig", delimiter="", header=0, missing_marks=("-", "n/a", "?")
            ),
            ["Unicode letters", "One column", "No row of names", "3 marks read as empty"],
        ),
        (
            Recipe(format="csv", encoding="x-odd", delimiter="~", header=3, header_rows=2),
            ["x-odd letters", '"~" between columns', "Names in rows 2 to 3"],
        ),
        (BOOK, ['Sheet "Data"', "Cells B3:F40", "Names in row 3"]),
        (Recipe(format="parquet"), []),
        (
            Recipe(format="json", readings={"months": "number-comma"}, wishes=Wishes(keep_all=True)),
            ["All rows kept", "Comma before the decimals in 1 column"],
        ),
    ],
)
def test_each_decision_of_a_recipe_is_a_chip(recipe: Recipe, words: list[str]) -> None:
    assert words_of(recipe) == words


def test_a_chip_says_which_decisions_are_the_persons_own() -> None:
    wishes = Wishes(delimiter=";", readings={"months": "text"})
    chips = chips_of(read_so(Recipe(format="csv", encoding="utf-8", delimiter=";", wishes=wishes)))

    assert {chip.part for chip in chips if chip.is_decided} == {"delimiter", "types"}


def test_letters_are_chosen_by_words_of_the_file_itself() -> None:
    name = Column(name="Größe", type="text", position=0, missing=0, distinct=2, examples=("plain", "Łódź 3"))
    shown = odd_words(replace(table(), columns=(name,)))

    assert shown == ("Größe", "Łódź")
    assert in_letters("Größe", "cp1252", "cp1251") == "GrцЯe"
    assert in_letters("Größe", "cp1252", "utf-8") == "Gr��e"
    assert in_letters("Größe", "cp1252", "iso8859-1") == "Größe"


@pytest.mark.parametrize(
    ("recipe", "type_", "now"),
    [
        (Recipe(format="csv"), "number", "number-point"),
        (Recipe(format="csv", readings={"x": "date-mdy"}), "date", "date-mdy"),
        (Recipe(format="csv", wishes=Wishes(readings={"x": "text"})), "text", "text"),
    ],
)
def test_what_a_column_is_read_as_is_chosen_at_first(recipe: Recipe, type_: Any, now: str) -> None:
    assert reading_now(Column(name="x", type=type_, position=0, missing=0, distinct=1), recipe) == now


CSV = Recipe(format="csv", encoding="utf-8", delimiter=",", wishes=Wishes(readings={"id": "text"}))
KEPT = {"id": "text"}


@pytest.mark.parametrize(
    ("recipe", "form", "wishes"),
    [
        (CSV, {"part": "letters", "value": "cp1251"}, Wishes(encoding="cp1251", readings=KEPT)),
        (CSV, {"part": "delimiter", "value": "\t"}, Wishes(delimiter="\t", readings=KEPT)),
        (CSV, {"part": "header", "value": "4"}, Wishes(header=4, readings=KEPT)),
        (CSV, {"part": "header", "value": "4", "none": "1"}, Wishes(header=0, readings=KEPT)),
        (CSV, {"part": "left"}, Wishes(keep_all=True, readings=KEPT)),
        (
            CSV,
            {"part": "types", "column": "1", "value": "category"},
            Wishes(readings=KEPT | {"months": "category"}),
        ),
        (CSV, {"part": "types", "column": "0", "value": "id", "forget": "1"}, Wishes()),
        (CSV, {"part": "types", "column": "3", "value": "id", "all": "1"}, Wishes()),
        (
            replace(BOOK, wishes=Wishes(range="A1:B9", header=2, readings=KEPT)),
            {"part": "sheet", "value": '"><b>notes'},
            Wishes(sheet='"><b>notes'),
        ),
        (BOOK, {"part": "range", "value": " $b$4 : d90 "}, Wishes(range="B4:D90")),
        (replace(BOOK, wishes=Wishes(range="A1:B9")), {"part": "range", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(header=3)), {"part": "header", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(encoding="cp850")), {"part": "letters", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(keep_all=True)), {"part": "left", "forget": "1"}, Wishes()),
    ],
)
def test_a_form_changes_one_decision_and_leaves_the_others(
    person: Person, workspace: Workspace, jobs: FakeJobs, recipe: Recipe, form: dict[str, str], wishes: Wishes
) -> None:
    stored = stored_table(workspace, read_so(recipe))

    response = person.post(f"/tables/{stored.id}/reading", **form)

    journey, params = jobs.orders[-1]
    order = from_json(ImportOrder, params)
    assert (journey, order.wishes, order.table_id) == ("import", wishes, stored.id)
    assert f"/tables/{stored.id}/data?reading=" in response.headers["Location"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"part": "nothing"},
        {"part": "letters", "value": "rot13"},
        {"part": "delimiter", "value": "ab"},
        {"part": "header", "value": "0"},
        {"part": "header", "value": "x"},
        {"part": "sheet", "value": "elsewhere"},
        {"part": "range", "value": "B3"},
        {"part": "types", "column": "99", "value": "text"},
        {"part": "types", "column": "1", "value": "money"},
    ],
)
def test_a_form_that_no_page_sends_reads_nothing(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, str]
) -> None:
    stored = stored_table(workspace)

    assert person.post(f"/tables/{stored.id}/reading", **form).status_code == 400
    assert jobs.orders == []


def test_a_choice_that_changes_nothing_reads_nothing(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)

    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="number-point")

    assert jobs.orders == []


def test_a_question_shows_the_cells_beside_both_readings_and_three_answers(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace, read_so(CSV, ASKED))

    page = person.get(f"/tables/{stored.id}/data").text

    cells = re.findall(r'<td dir="auto">([^<]*)</td>', page)[:6]
    assert cells == ["01/02/2024", "1 Feb 2024", "2 Jan 2024", "03/04/2024", "3 Apr 2024", "4 Mar 2024"]
    assert re.findall(r'name="value" value="([\w-]+)">(?:Day|Month|Keep)', page) == [
        "date-dmy",
        "date-mdy",
        "text",
    ]
    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="text")
    assert from_json(ImportOrder, jobs.orders[-1][1]).wishes.readings == {"id": "text", "months": "text"}


def test_a_value_that_may_be_none_is_real_or_not_known(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    none = Choice(reading="number missing:999", examples=("",))
    asked = Question(
        code="import.code_question",
        column="months",
        examples=("999",),
        choices=(Choice(reading="number", examples=("999",)), none),
        values={"value": "999", "count": 4, "rows": 300},
    )
    stored = stored_table(workspace, read_so(CSV, asked))

    page = person.get(f"/tables/{stored.id}/data").text

    assert re.findall(r'name="value" value="(number[^"]*)">([\w ]+)<', page) == [
        ("number", "A real value"),
        ("number missing:999", "Not known"),
    ]
    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="number missing:999")
    assert from_json(ImportOrder, jobs.orders[-1][1]).wishes.readings["months"] == "number missing:999"


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
    assert Path(stored.folder, "table.parquet").exists()  # which the training still learns from
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


def test_what_is_told_at_a_chip_or_asked_by_a_question_is_not_said_again(
    person: Person, workspace: Workspace
) -> None:
    left = Notice(code="import.footer", values={"count": 2, "texts": ["Source: office"]})
    open_question = Notice(
        code="import.unanswered", values={"count": 1, "columns": ["months"]}, level="caution"
    )
    made = replace(read_so(replace(CSV, left_out=2), ASKED), warnings=(left, open_question))

    page = person.get(f"/tables/{stored_table(workspace, made).id}/data").text

    assert page.count("Source: office") == 1
    assert "1 question is open" not in page


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
