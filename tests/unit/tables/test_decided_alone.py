"""What a person decides about some columns changes no other, and what is said of a sign is true."""

from collections.abc import Callable
from functools import cache

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.reports.notice_words import notice_text
from tests.unit.tables.opening import Opened, Opener

_ROWS = 40
AMOUNTS = "import.decimal", "import.decimal_as", "import.amounts"


def file_of(columns: dict[str, list[str]], delimiter: str = ";") -> str:
    rows = [[cells[row % len(cells)] for cells in columns.values()] for row in range(_ROWS)]
    return "\n".join(delimiter.join(cells) for cells in ([*columns], *rows)) + "\n"


def said_of_amounts(opened: Opened) -> list[str]:
    return [notice_text(notice) for notice in opened.table.warnings if notice.code in AMOUNTS]


POINTS = {"price": ["1,299.50", "12.25"], "size": ["1.234", "2.345"], "pop": ["1,234", "20,500"]}
COMMAS = {"price": ["1.299,50", "12,25"], "size": ["1.234", "2.345"], "pop": ["1,234", "20,500"]}
DAYS = {"seen": ["31/12/2024", "01/02/2024"], "born": ["01/02/2024", "03/04/2024"]}


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Opened]:
    """Return what reads a file in which nothing is decided, each once."""
    return cache(Opener(tmp_path_factory.mktemp("undecided")))


@pytest.mark.parametrize(
    "wished", ["text", "id", "category", "number", "number-point", "number-comma", "text missing:12"]
)
@pytest.mark.parametrize("columns", [POINTS, COMMAS], ids=["points", "commas"])
def test_the_column_that_shows_the_sign_shows_it_however_it_is_read(
    open_file: Opener, undecided: Callable[[str], Opened], columns: dict[str, list[str]], wished: str
) -> None:
    content = file_of(columns)
    before = undecided(content)

    after = open_file(content, wishes=Wishes(readings={"price": wished}))

    for name in ("size", "pop"):
        assert before.column(name).type == "number"
        assert after.column(name).type == "number"
        assert (after.column(name).maximum, after.column(name).minimum) == (
            before.column(name).maximum,
            before.column(name).minimum,
        )
        assert after.table.recipe.readings.get(name) == before.table.recipe.readings.get(name)
    assert after.table.questions == ()


@pytest.mark.parametrize("wished", ["text", "date-dmy", "date", "category"])
def test_the_column_that_shows_the_order_of_days_shows_it_however_it_is_read(
    open_file: Opener, wished: str
) -> None:
    content = file_of(DAYS)

    after = open_file(content, wishes=Wishes(readings={"seen": wished}))

    assert after.column("born").type == "date"
    assert after.table.recipe.readings["born"] == "date-dmy"


def test_several_columns_that_show_it_may_all_become_text(open_file: Opener) -> None:
    columns = {**POINTS, "age": ["12.5", "13.25"]}

    after = open_file(file_of(columns), wishes=Wishes(readings={"price": "text", "age": "text"}))

    assert [after.column(name).type for name in ("size", "pop")] == ["number", "number"]


def test_what_shows_the_sign_is_named(open_file: Opener) -> None:
    said = said_of_amounts(open_file(file_of(POINTS), wishes=Wishes(names={"price": "cost"})))

    assert said == [
        '1,299.50 is the number 1299.5, as "." stands before the decimals in "cost".',
        'In "size", 1.234 is the number 1.234, as "." stands before the decimals in "cost".',
        'In "pop", 1,234 is the number 1234, as "." stands before the decimals in "cost".',
    ]


def test_a_sign_that_stands_nowhere_is_no_reason(open_file: Opener) -> None:
    said = said_of_amounts(open_file(file_of({"pop": ["1,234", "12,345,678"], "size": ["1,234", "5"]})))

    assert said == [
        '1,234 is read as the number 1234, in "pop".',
        '1,234 is read as the number 1234, in "size".',
    ]


def test_a_column_that_is_text_now_is_named_as_well(open_file: Opener) -> None:
    said = said_of_amounts(open_file(file_of(POINTS), wishes=Wishes(readings={"price": "text"})))

    assert 'In "size", 1.234 is the number 1.234, as "." stands before the decimals in "price".' in said


def test_what_a_person_or_a_column_left_out_says_is_no_reason_in_the_cells(open_file: Opener) -> None:
    decided = said_of_amounts(
        open_file(file_of({"a": ["1.234"], "b": ["x"]}), wishes=Wishes(readings={"a": "number-comma"}))
    )
    left_out = said_of_amounts(open_file(file_of(POINTS), wishes=Wishes(columns_out=("price",))))

    assert decided == ['1.234 is read as the number 1234, in "a".']
    assert left_out == [
        '1.234 is read as the number 1.234, in "size".',
        '1,234 is read as the number 1234, in "pop".',
    ]
