"""An ID whose rows repeat is told from kinds, by its heading and by how few rows each of its values has."""

from collections.abc import Sequence

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.tables.columns.id_names import is_id_name, names_things
from tests.unit.tables.opening import Opener

CUSTOMERS = [f"C-{1000 + row // 3}" for row in range(300)]
NUMBERS = [str(52_000 + row // 3) for row in range(300)]


@pytest.mark.parametrize(
    "name",
    [
        *("customer id", "CustomerID", "customerid", "Kunden-Nr.", "Kundennummer", "patient_no", "ID"),
        *("subject_id", "hospital_number", "Vertragsnummer", "order_number", "Member No", "user uuid"),
    ],
)
def test_a_heading_says_that_a_column_names_things(name: str) -> None:
    assert names_things(name)


@pytest.mark.parametrize(
    "name",
    [
        *("product_id", "brand id", "store id", "class_id", "drug_concept_id", "zip code", "Artikelnummer"),
        *("house number", "Hausnummer", "flight number", "number of rooms", "model no", "customer", ""),
    ],
)
def test_a_heading_of_kinds_or_amounts_does_not(name: str) -> None:
    assert not names_things(name)


def test_where_each_row_has_another_value_more_headings_count() -> None:
    assert is_id_name("product_id")
    assert is_id_name("Schlüssel")


@pytest.mark.parametrize(
    ("cells", "type_"),
    [(CUSTOMERS, "category"), (NUMBERS, "number"), ([*CUSTOMERS[:290], *["C-1"] * 10], "category")],
)
def test_an_id_that_repeats_is_said_at_its_column(
    open_file: Opener, cells: Sequence[str], type_: str
) -> None:
    column = open_file.column(cells, name="customer id")

    assert column.type == type_
    assert [note.code for note in column.notes] == ["find.repeated_id"]
    assert column.notes[0].values == {"column": "customer id", "count": column.distinct, "rows": 300}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        pytest.param("region", CUSTOMERS, id="its name says nothing"),
        pytest.param("customer id", [f"C-{row % 20}" for row in range(300)], id="twenty of them"),
        pytest.param("customer id", [f"C-{row % 60}" for row in range(900)], id="many rows of each"),
        pytest.param("customer id", [f"{row / 7:.2f}" for row in range(300)], id="amounts"),
        pytest.param("customer id", [f"{row // 3} is {'long ' * 20}" for row in range(300)], id="texts"),
        pytest.param("customer id", [f"C-{row}" for row in range(300)], id="another one in each row"),
    ],
)
def test_kinds_and_amounts_are_no_ids_that_repeat(open_file: Opener, name: str, cells: list[str]) -> None:
    column = open_file.column(cells, name=name)

    assert "find.repeated_id" not in [note.code for note in column.notes]


def test_a_better_name_hides_no_id(open_file: Opener) -> None:
    lines = ["customer id,other", *(f"{cell},{row}" for row, cell in enumerate(CUSTOMERS))]
    opened = open_file("\n".join(lines), wishes=Wishes(names={"customer id": "who"}))

    assert [note.code for note in opened.column("who").notes] == ["find.repeated_id"]
