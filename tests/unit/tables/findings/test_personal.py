"""Data of people are found by their form and their heading; names of things are left alone."""

import pytest

from tests.unit.tables.findings.conftest import Find, codes

GIVEN = ["Anna", "Peter", "Maria", "Thomas", "Laura", "Jan", "Julia", "Paul", "Emma", "Ahmed"]
FAMILY = ["Schmidt", "Novak", "García", "O'Neill", "van Dijk", "Rossi", "Kowalska", "Silva", "Martin", "Berg"]
FULL = [f"{given} {family}" for given in GIVEN for family in FAMILY[:3]]
IBANS = ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "FR1420041010050500013M02606"] * 10
CARDS = ["4539578763621486", "5425233430109903", "374245455400126", "6011000991300009"] * 8


def column(find: Find, heading: str, cells: list[str]) -> list[str]:
    count = len(cells)
    found = find({heading: cells, "amount": [str(row * 31 % 97) for row in range(count)]})
    return [str(notice.values["what"]) for notice in found if notice.code == "find.personal"]


@pytest.mark.parametrize(
    ("heading", "cells", "what"),
    [
        ("contact", [f"person{n}@example.org" for n in range(30)], "mail"),
        ("account", IBANS, "account"),
        ("paid with", CARDS, "card"),
        ("Telefon", [f"+49 30 {10000 + n}" for n in range(30)], "phone"),
        ("SSN", [f"{123 + n}-45-{6789 + n}" for n in range(30)], "number"),
        ("DNI", ["12345678Z", "87654321X", "11111111H", "00000001R"] * 8, "number"),
        ("PESEL", ["44051401359", "02070803628", "90090515836"] * 10, "number"),
        ("Vorname", GIVEN * 3, "name"),
        ("last_name", FAMILY * 3, "name"),
        ("name", FULL, "name"),
        ("Name", [f"{family}, Mr. {given}" for given in GIVEN for family in FAMILY[:3]], "name"),
        ("Anschrift", [f"Lange Straße {n}" for n in range(1, 31)], "address"),
    ],
)
def test_data_of_people_are_found(find: Find, heading: str, cells: list[str], what: str) -> None:
    assert column(find, heading, cells) == [what]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        pytest.param("name", ["Audi 100", "BMW 3 Series", "Fiat Panda", "Opel Corsa"] * 8, id="cars"),
        pytest.param("name", [f"The Return of the King {n}" for n in range(30)], id="films"),
        pytest.param("Product name", FULL, id="a heading that says otherwise"),
        pytest.param("city", ["New York", "San Juan", "St Paul", "Santa Maria"] * 8, id="places"),
        pytest.param("Street", ["Pave", "Grvl"] * 15, id="a kind of street"),
        pytest.param("ip_address", [f"192.168.0.{n}" for n in range(30)], id="computers"),
        pytest.param("phones", [str(n % 4) for n in range(30)], id="how many phones"),
        pytest.param("code", [f"{4111111111111112 + 10 * n}" for n in range(30)], id="no card adds up"),
        pytest.param("pesel", [f"{44051401350 + n}" for n in range(30)], id="one in ten adds up"),
        pytest.param("order", [f"{123 + n}-45-67" for n in range(30)], id="too short"),
    ],
)
def test_names_and_numbers_of_things_are_no_finding(find: Find, heading: str, cells: list[str]) -> None:
    assert column(find, heading, cells) == []


def test_a_finding_about_people_keeps_a_few_examples(find: Find) -> None:
    (found,) = find(
        {"e-mail": [f"p{n}@example.org" for n in range(30)], "n": [str(n % 7) for n in range(30)]}
    )

    assert codes([found]) == ["find.personal"]
    assert found.values["count"] == 30
    assert found.values["values"] == [f"p{n}@example.org" for n in range(5)]
