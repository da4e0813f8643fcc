"""A file whose columns are written in every way: what is read, what is asked, and what is said."""

import csv
import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.columns.studying import study
from desktop_app.tables.columns.wished import Wish, wish_of, wish_text
from desktop_app.tables.duck import connect
from desktop_app.tables.raw import Source
from desktop_app.tables.text.delimited import read_delimited
from tests.stored_rows import read_rows
from tests.unit.tables.opening import Opened, Opener

ROWS = 40


def file_of(*columns: tuple[str, list[str]], delimiter: str = ",") -> str:
    """Return a file of these columns; their cells are used again until there are 40 rows."""
    names = [name for name, _cells in columns]
    rows = [[f'"{cells[row % len(cells)]}"' for _name, cells in columns] for row in range(ROWS)]
    lines = [delimiter.join(cells) for cells in (names, *rows)]
    return "\n".join(lines) + "\n"


def values(opened: Opened, position: int) -> list[object]:
    return [row[0] for row in read_rows(opened.folder, opened.table, f"v{position}")]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Return a table in which the comma stands before the decimals."""
    slips = [f"{row},5" for row in range(ROWS - 1)] + ["about 7"]
    return Opener(tmp_path_factory.mktemp("office"))(
        file_of(
            ("price", ["1.234,56", "(120)", "30-", "7", "−5,25"]),
            ("share", ["12 %", "7,5%", "100%"]),
            ("amount", ["€ 5", "€ 1.200,00"]),
            ("crowd", ["1.234", "12.345"]),
            ("slips", slips),
            ("sold", ["31.12.2023", "1.2.2024"]),
            ("seen", ["01/02/2024", "03/04/2024"]),
            ("born", ["3. März 1999", "1 mai 2001"]),
            ("mixed", ["€ 5", "$ 7"]),
            ("waiting", ["1", "2", "3", "4", "5", "6", "999", "8"]),
            ("fee", ["12,-", "1.200,-"]),
            ("paid", ["8 516,28 руб.", "500 руб."]),
            ("since", ["5. siječnja 2020", "6. ožujka 2020"]),
            ("zone", ["2024-01-31T10:00+01:00", "2024-07-31T10:00+02:00"]),
            delimiter=";",
        )
    )


def test_every_column_has_its_type(office: Opened) -> None:
    kinds = dict(zip(office.names, office.types, strict=True))

    assert kinds == {
        **dict.fromkeys(("price", "share", "amount", "crowd", "slips", "waiting", "fee", "paid"), "number"),
        **dict.fromkeys(("sold", "seen", "born", "zone"), "date"),
        **dict.fromkeys(("mixed", "since"), "category"),
    }
    units = ["", "%", "EUR", "", "RUB"]
    assert [office.column(name).unit for name in ("price", "share", "amount", "fee", "paid")] == units
    assert office.column("price").decimals == 2


def test_every_value_is_stored_as_it_is_meant(office: Opened) -> None:
    assert values(office, 0)[:5] == [1234.56, -120.0, -30.0, 7.0, -5.25]
    assert values(office, 1)[:3] == [12.0, 7.5, 100.0]
    assert values(office, 3)[:2] == [1234.0, 12345.0]
    assert values(office, 4)[-2:] == [38.5, None]
    assert str(values(office, 6)[0]) == "2024-02-01 00:00:00"
    assert str(values(office, 7)[1]) == "2001-05-01 00:00:00"
    assert values(office, 10)[:2] == [12.0, 1200.0]
    assert values(office, 11)[:2] == [8516.28, 500.0]


def test_how_columns_are_written_is_kept_for_the_next_file(office: Opened) -> None:
    readings = office.table.recipe.readings

    assert readings == {
        **dict.fromkeys(("price", "share", "amount", "crowd", "slips", "fee", "paid"), "number-comma"),
        **dict.fromkeys(("sold", "seen"), "date-dmy"),
        **dict.fromkeys(("born", "zone"), "date"),
    }


def test_nothing_is_changed_without_a_word(office: Opened) -> None:
    said = {(notice.code, notice.values.get("column")) for notice in office.table.warnings}
    (other,) = [notice for notice in office.table.warnings if notice.code == "import.decimal_as"]

    assert said >= {
        ("import.units", "share"),
        ("import.units", "amount"),
        ("find.not_numbers", "slips"),
        ("find.units", "mixed"),
        ("find.code", "waiting"),
        ("import.zones", "zone"),
    }
    assert office.said("import.kept_days").level == "caution"
    assert office.said("find.not_numbers").values["values"] == ["about 7"]
    assert (other.columns, other.values["other"]) == (("crowd",), "price")
    assert all(notice_text(notice) for notice in office.table.warnings)


def test_a_value_far_from_all_others_is_asked_about_and_left_as_it_is(office: Opened) -> None:
    (question,) = office.table.questions

    assert (question.code, question.column) == ("import.code_question", "waiting")
    assert [choice.reading for choice in question.choices] == ["number", "number missing:999"]
    assert office.column("waiting").maximum == 999


def test_columns_that_only_a_person_can_read_are_text_and_asked_about(open_file: Opener) -> None:
    unclear = [("day", ["01/02/2024", "03/04/2024"]), ("size", ["1.234", "2.345"])]
    more = [(f"more{place}", ["1.234", "2.345", ""]) for place in range(3)]

    opened = open_file(file_of(*more, *unclear))

    day, size, *_more = sorted(opened.table.questions, key=lambda question: question.column)
    assert len(opened.table.questions) == 3
    assert (day.column, size.values["column"], size.values["reading_b"]) == ("day", "more0", "1234")
    assert [choice.reading for choice in day.choices] == ["text", "date-dmy", "date-mdy"]
    assert [choice.examples[0] for choice in day.choices] == ["01/02/2024", "2024-02-01", "2024-01-02"]
    assert opened.said("import.unanswered").values["count"] == 3
    assert opened.codes.count("import.kept_amounts") == 2
    assert set(opened.types) == {"category"}


def test_what_is_wished_for_is_done_and_what_does_not_fit_is_said(open_file: Opener) -> None:
    content = file_of(
        ("size", ["1.234", "2.345"]),
        ("day", ["01/02/2024", "03/04/2024"]),
        ("zip", ["007", "8", "x"]),
        ("kind", ["1", "2"]),
        ("paid", ["yes", "no", "maybe"]),
        ("wait", ["1", "2", "999"]),
        ("point", ["12.5", "13.5"]),
    )
    wished = {
        "size": "number-comma",
        "day": "date-mdy",
        "zip": "number",
        "kind": "category",
        "paid": "yes/no",
    }
    wished |= {"wait": "number missing:999", "point": "number-comma", "gone": "text"}

    opened = open_file(content, wishes=Wishes(readings=wished))

    assert opened.types == ["number", "date", "number", "category", "yes/no", "number", "number"]
    assert opened.table.questions == ()
    assert values(opened, 0)[0] == 1234.0
    assert str(values(opened, 1)[0]) == "2024-01-02 00:00:00"
    assert values(opened, 2)[:3] == [7.0, 8.0, None]
    assert values(opened, 4)[:3] == ["yes", "no", None]
    assert values(opened, 5)[:3] == [1.0, 2.0, None]
    assert values(opened, 6)[:2] == [12.5, 13.5]
    assert {"find.not_numbers", "find.not_yes_no", "import.written_otherwise"} <= set(opened.codes)
    assert opened.table.recipe.readings["wait"] == "number missing:999"


def test_what_the_file_says_of_a_column_goes_before_its_looks(tmp_path: Path) -> None:
    path = tmp_path / "typed.csv"
    native, spelled = ["12.5", "n/a"], ["1", "49", "1.169"]
    columns = [("a", ["1", "2"]), ("b", ["1.234", "2.345"]), ("c", ["TRUE"]), ("d", native), ("e", spelled)]
    path.write_text(file_of(*columns, ("id", [f"{row}.00" for row in range(ROWS)])))
    raw = read_delimited(Source(path=path, name=path.name, scratch=tmp_path, wishes=Wishes()))
    raw = replace(raw, given=("words", "number", "yes/no", "some numbers", "", "number"))

    with connect(folder=tmp_path) as duck:
        columns_read = study(duck, raw, {}, lambda _share: None)

    types = ["category", "number", "yes/no", "number", "category", "number"]
    assert [column.reading.type for column in columns_read] == types
    assert [column.name for column in columns_read if column.question] == ["e"]


def test_a_wish_is_written_in_one_line() -> None:
    assert wish_of("number-comma missing:999 missing:-1") == Wish(
        reading="number-comma", missing=("999", "-1")
    )
    assert wish_text("number-comma", ("999", "-1")) == "number-comma missing:999 missing:-1"
    assert wish_of("date") == Wish(reading="date")
    assert wish_of("") is wish_of("nonsense") is None


KINDS = (
    *("1", "2.5", "1,5", "1.234", "1.234,56", "1'234", "12 %", "€ 5", "(120)", "30-", "007", "+491701234567"),
    *("12345678901234567890", "2024-01-31", "31.01.2024", "01/02/2024", "02/13/2024", "2024-02-30", "1/2/03"),
    *(
        "3. März 2024",
        "Jan 5, 2024",
        "2024-01-31 10:00+02:00",
        "20240131",
        "soon",
        "yes",
        "no",
        "",
        "n/a",
        "-",
    ),
    *("999", "-1", "Anna Huber", "A1", "1e5", "inf", "nan", "0", "12,-", "10:30", "3 h", "=1+1"),
)


@pytest.mark.parametrize("rows", [2, 5, 10])
def test_no_mixture_of_kinds_is_too_odd_to_be_read(open_file: Opener, rows: int) -> None:
    chance = random.Random(rows)  # noqa: S311 - the same mixtures each time
    columns = [
        [*chance.choices(chance.sample(KINDS, chance.choice([1, 2, 3, 5])), k=rows - 1), "x"]
        for _column in range(80)
    ]
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(
        [[f"column of {place}" for place in range(80)], *zip(*columns, strict=True)]
    )

    opened = open_file(text.getvalue())

    assert (opened.table.rows, len(opened.table.columns)) == (rows, 80)
    assert len(opened.table.questions) <= 3
