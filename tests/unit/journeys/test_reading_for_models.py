"""A new file that lies otherwise than the one a model learned from is read all the same, and that is said."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop_app.errors import FileError
from desktop_app.journeys.reading import NewFile, read_for_model
from desktop_app.models.preflight import preflight
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import ModelCard
from desktop_app.records.tables import Recipe, Table, Wishes
from tests.unit.models.fitting_made import CARD

READ = Recipe(
    format="csv",
    types={"age": "number", "city": "category", "since": "date", "note": "text"},
    readings={"since": "date-mdy"},
)
LINES = ["age,city,since,note", *(f"{20 + n},Oslo,02/0{n}/1970,late" for n in range(1, 7))]


def model(**recipe: object) -> ModelCard:
    return replace(CARD, recipe=replace(READ, **recipe))  # type: ignore[arg-type]  # fields of a recipe


def read(path: Path, card: ModelCard, wishes: Wishes | None = None) -> tuple[Table, list[str]]:
    """Return the table, and the codes of what is said of it before any row is answered."""
    folder = path.parent / "job"
    file = NewFile(path=path, name=path.name, wishes=wishes or Wishes())
    table = read_for_model(file, folder, card, lambda _: None)
    return table, [notice.code for notice in preflight(card, folder, table).notices]


def test_the_row_of_names_is_found_anew_where_it_moved(tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text("\n".join(LINES))

    table, codes = read(path, model(header=4, wishes=Wishes(header=4)))

    assert table.rows == 6
    assert table.recipe.readings["since"] == "date-mdy"
    assert "check.read_afresh" in codes
    assert "import.recipe" not in codes


def test_what_a_person_had_decided_is_followed_where_it_fits(tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text("\n".join(["a,b,c,d", "1,2,3,4", "5,6,7,8", *LINES]))

    table, codes = read(path, model(wishes=Wishes(header=4)))

    assert (table.rows, table.recipe.header) == (6, 4)
    assert "import.recipe" in codes
    assert "check.read_afresh" not in codes


def workbook(path: Path, *sheets: str) -> Path:
    """Write a workbook whose sheets hold the same columns, each with a row more than the one before."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for count, name in enumerate(sheets, start=2):
        sheet = book.create_sheet(name)
        for line in LINES[: count + 1]:
            sheet.append(line.split(","))
    book.save(path)
    return path


def behind_notes(path: Path, *names: str) -> Path:
    """Write a workbook whose first sheet is another table, perhaps with other names in the second."""
    book = openpyxl.load_workbook(workbook(path, "Customers"))
    for line in (["day", "remark"], ["Monday", "all well"], ["Tuesday", "late"]):
        notes = book["Notes"] if "Notes" in book.sheetnames else book.create_sheet("Notes", 0)
        notes.append(line)
    for place, name in enumerate(names, start=1):
        book["Customers"].cell(row=1, column=place, value=name)
    book.save(path)
    return path


@pytest.mark.parametrize(("first", "code"), [("age", "check.fits"), ("height", "check.missing_many")])
def test_the_sheet_that_fits_is_read_where_another_table_comes_first(
    first: str, code: str, tmp_path: Path
) -> None:
    table, codes = read(behind_notes(tmp_path / "new.xlsx", first), model())

    assert (table.recipe.sheet, table.rows) == ("Customers", 2)
    assert "import.sheet" in {notice.code for notice in table.warnings}
    assert code in codes


def test_the_first_sheet_is_read_where_none_fits(tmp_path: Path) -> None:
    table, codes = read(behind_notes(tmp_path / "new.xlsx", "height", "width", "depth"), model())

    assert (table.recipe.sheet, table.rows) == ("Notes", 2)
    assert "check.wrong_file" in codes


def test_the_sheet_that_a_person_names_is_read_though_another_one_fits(tmp_path: Path) -> None:
    table, _codes = read(behind_notes(tmp_path / "new.xlsx"), model(), Wishes(sheet="Notes"))

    assert table.recipe.sheet == "Notes"


def test_the_sheet_of_the_same_name_is_read_wherever_it_stands(tmp_path: Path) -> None:
    path = workbook(tmp_path / "new.xlsx", "Notes", "Customers")

    table, codes = read(path, model(format="xlsx", sheet="Customers"))

    assert (table.recipe.sheet, table.rows) == ("Customers", 3)
    assert "import.recipe" in codes


def test_a_sheet_of_another_name_is_read_where_there_is_none_of_the_same(tmp_path: Path) -> None:
    path = workbook(tmp_path / "new.xlsx", "2024")
    card = model(format="xlsx", sheet="2023", wishes=Wishes(sheet="2023"))

    table, codes = read(path, card)

    assert (table.recipe.sheet, table.rows) == ("2024", 2)
    assert "check.read_afresh" in codes
    assert read(path, card, Wishes(sheet="2024"))[0].rows == 2
    with pytest.raises(FileError):
        read(path, card, Wishes(sheet="2025"))


def test_a_column_of_another_name_is_read_like_the_one_it_stands_for(tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text("\n".join(["age,city,seit,note", *LINES[1:]]))
    file = NewFile(path=path, name=path.name, matches=(ColumnMatch(column="since", source="seit"),))

    table = read_for_model(file, tmp_path / "job", model(), lambda _: None)

    assert [column.name for column in table.columns] == ["age", "city", "since", "note"]
    assert table.recipe.readings["seit"] == "date-mdy"
