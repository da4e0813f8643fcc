"""Amounts that somebody types into a form, in the language that is spoken; none is read as another one."""

from collections.abc import Iterator

import pytest

from desktop_app import language
from desktop_app.records.stored import StoredAnswers
from desktop_app.web.amounts import amount_in, amount_text
from desktop_app.web.mistakes import AMOUNTS, Worse
from desktop_app.web.trying.cells import read_cell
from tests.api.conftest import Person
from tests.api.test_picks import brought
from tests.api.trying.conftest import Trier, desk, trier
from tests.api.trying.test_cells import PRICE

__all__ = ["brought", "desk", "trier"]


@pytest.fixture
def german() -> Iterator[None]:
    language.use("de")
    yield
    language.use("en")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0,5", 0.5),
        ("1.234,5", 1234.5),
        ("1.234", 1234.0),
        ("1.234.567", 1_234_567.0),
        ("12.5", 12.5),
        ("0.500", 0.5),
        (" 1 234,5 ", 1234.5),
        ("1e3", 1000.0),
        ("1,234.5", None),
        ("1,2,3", None),
        ("1.23.4", None),
        ("1_000", None),
        ("", None),
    ],
)
def test_german_amounts_are_understood_or_refused(text: str, amount: float | None) -> None:
    assert amount_in(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0.5", 0.5),
        ("1,234.5", 1234.5),
        ("1,234", 1234.0),
        ("12,5", 12.5),
        ("1.234,5", None),
        ("1.234", 1.234),
    ],
)
def test_english_amounts_are_understood_or_refused(text: str, amount: float | None) -> None:
    assert amount_in(text) == amount


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("amount", [0.0, 1.234, 1234.0, 1e-4, 1234567.25, 1e12])
def test_what_a_field_shows_is_read_as_the_same(amount: float) -> None:
    assert amount_in(amount_text(amount)) == amount


@pytest.mark.usefixtures("german")
def test_what_mistakes_cost_is_read_as_it_is_written() -> None:
    worse = Worse(answer=AMOUNTS, missed="1.250", false="0,5")

    worse.check()
    assert worse.costs
    assert (worse.costs.missed, worse.costs.false) == (1250.0, 0.5)


def test_a_list_keeps_its_amounts_on_every_way(person: Person, brought: StoredAnswers) -> None:
    person.post("/settings/look", language="de", theme="system")
    try:
        page = person.get(f"/answers/{brought.id}/list?by=gain&benefit=1.250&cost=0,5&chance=12,5").text
    finally:
        language.use("en")

    # In its fields, and in the form that saves the list.
    for name, shown in (("benefit", "1250"), ("cost", "0,5"), ("chance", "12,5")):
        assert page.count(f'value="{shown}"') >= 2, name


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "cell"), [("1.234", 1234.0), ("1,234", 1.234), ("1.234,5", 1234.5), ("0,5", 0.5)]
)
def test_a_cell_that_is_tried_is_read_in_german(text: str, cell: float) -> None:
    assert read_cell(PRICE, text).cell == cell


@pytest.mark.parametrize(("text", "row"), [("1,5", "0"), ("1.234", "1.234"), ("1.5", "0"), ("", "0")])
def test_a_row_is_named_with_the_signs_of_the_language(trier: Trier, text: str, row: str) -> None:
    language.use("de")
    try:
        page = trier.press(act="row", row=text)
    finally:
        language.use("en")

    assert f"keine Zeile {row}" in page
