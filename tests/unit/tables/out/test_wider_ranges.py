"""What is as wide as a table grows with it: its range in Excel, its filter, its columns."""

from pathlib import Path

import pytest

from tests.unit.tables.out.full_book import ROWS, TOP, full_book
from tests.unit.tables.out.giving_back import MAIN, RELATION, RELATIONS, Giver, loaded

FIRST, LAST = TOP + 1, TOP + 1 + ROWS  # as spreadsheets count
RELATED = "xl/worksheets/_rels/sheet1.xml.rels"
TABLE = "xl/tables/table1.xml"
TO_TABLE = {RELATED: RELATIONS.format(relation=RELATION, kind="table", target="../tables/table1.xml")}


def a_table(ref: str, *names: str, more: str = "") -> str:
    columns = "".join(f'<tableColumn id="{n}" name="{name}"/>' for n, name in enumerate(names, start=4))
    return (
        f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="{ref}"{more}><autoFilter ref="{ref}"/>'
        f'<tableColumns count="{len(names)}">{columns}</tableColumns></table>'
    )


def test_a_filter_and_its_hidden_name_are_widened(give_back: Giver, tmp_path: Path) -> None:
    back = give_back(full_book(tmp_path / "book.xlsx"))

    sheet = loaded(back.path)["My data"]
    assert sheet.auto_filter.ref == f"A{FIRST}:E{LAST}"
    assert f"'My data'!$A${FIRST}:$E${LAST}</definedName>" in back.part("xl/workbook.xml")
    assert "'My data'!$B$4:$B$9</definedName>" in back.part("xl/workbook.xml")


def test_a_table_of_excel_is_widened(give_back: Giver, tmp_path: Path) -> None:
    back = give_back(full_book(tmp_path / "book.xlsx", as_table=True))

    table = loaded(back.path)["My data"].tables["People"]
    assert back.changed == ["xl/worksheets/sheet1.xml", TABLE]
    assert (table.ref, table.autoFilter.ref) == (f"A{FIRST}:E{LAST}",) * 2
    assert [column.name for column in table.tableColumns] == [
        "name",
        "age",
        "total",
        "prediction",
        "probability",
    ]
    assert len({column.id for column in table.tableColumns}) == 5


def test_names_in_a_table_of_excel_differ_by_more_than_capital_letters(give_back: Giver) -> None:
    parts = {**TO_TABLE, TABLE: a_table("A1:B3", "name", "age")}

    back = give_back(give_back.sheet(**parts), headings=("NAME", 'a<b>"c"'))

    assert back.written.added == ("NAME (2)", 'a<b>"c"')
    assert (
        '<tableColumn id="6" name="NAME (2)"/><tableColumn id="7" name="a&lt;b&gt;&quot;c&quot;"/>'
        in back.part(TABLE)
    )
    assert 'count="4"' in back.part(TABLE)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(a_table("A1:A3", "name"), id="narrower"),
        pytest.param(a_table("A2:B3", "Ada", "36"), id="lower"),
        pytest.param(
            a_table("A1:B3", "name", "age", more=' tableType="queryTable"'), id="fetched from elsewhere"
        ),
        pytest.param(a_table("A1:B3", "name", "age", more=' headerRowCount="0"'), id="without names"),
    ],
)
def test_another_table_of_excel_stays_as_it_is(give_back: Giver, table: str) -> None:
    back = give_back(give_back.sheet(**TO_TABLE, **{TABLE: table}))

    assert back.written.workbook == "same"
    assert back.changed == ["xl/worksheets/sheet1.xml"]


def test_a_table_of_excel_behind_the_data_is_in_the_way(give_back: Giver) -> None:
    back = give_back(give_back.sheet(**TO_TABLE, **{TABLE: a_table("D1:E3", "x", "y")}))

    assert back.why == "workbook.table"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<dimension ref="A1:B3"/>', '<dimension ref="A1:D3"/>'),
        ("<dimension ref='A1:B3'></dimension>", '<dimension ref="A1:D3"></dimension>'),
        ('<dimension ref="A1"/>', '<dimension ref="A1:D1"/>'),
        ('<dimension ref="A1:H9"/>', '<dimension ref="A1:H9"/>'),
    ],
)
def test_how_far_the_sheet_reaches_is_said_anew(give_back: Giver, before: str, after: str) -> None:
    back = give_back(give_back.sheet(head=before))

    assert after in back.part("xl/worksheets/sheet1.xml")


NEW = '<col min="{0}" max="{0}" width="{1}" customWidth="1"/>'
C, D = NEW.format(3, 12), NEW.format(4, 13)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"<cols>{C}{D}</cols>"),
        (
            '<cols><col min="1" max="2" width="9"/></cols>',
            f'<cols><col min="1" max="2" width="9"/>{C}{D}</cols>',
        ),
        (
            '<cols><col min="3" max="3" width="9"/></cols>',
            f'<cols><col min="3" max="3" width="9"/>{D}</cols>',
        ),
        (
            '<cols><col min="4" max="9" width="9"/></cols>',
            f'<cols>{C}<col min="4" max="9" width="9"/></cols>',
        ),
        (
            '<cols><col min="2" max="9" hidden="1"/></cols>',
            f'<cols><col min="2" max="2" hidden="1"/>{C}{D}<col min="5" max="9" hidden="1"/></cols>',
        ),
        ('<cols><col min="3" max="4" hidden="1"/></cols>', f"<cols>{C}{D}</cols>"),
    ],
    ids=["none", "in front", "first known", "second known", "hidden around", "hidden"],
)
def test_new_columns_are_wide_enough_and_shown(give_back: Giver, before: str, after: str) -> None:
    back = give_back(give_back.sheet(head=before))

    assert after + "<sheetData>" in back.part("xl/worksheets/sheet1.xml")


def test_a_filter_of_other_columns_stays(give_back: Giver) -> None:
    back = give_back(give_back.sheet(tail='<autoFilter ref="A1:A3"/>'))

    assert '<autoFilter ref="A1:A3"/>' in back.part("xl/worksheets/sheet1.xml")
