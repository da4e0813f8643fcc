"""Numbers with a unit behind them are numbers; what only looks like such stays what it is."""

import csv
import io
from collections.abc import Mapping, Sequence

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.columns.units import may_be_unit, one_name
from tests.stored_rows import read_rows
from tests.unit.tables.opening import Opened, Opener

ROWS = 60


def file_of(columns: Mapping[str, Sequence[str]], *, rows: int = ROWS) -> str:
    """Return a file of these columns; their cells are used again until there are enough rows."""
    text = io.StringIO()
    cells = [[column[row % len(column)] for column in columns.values()] for row in range(rows)]
    csv.writer(text, delimiter=";").writerows([[*columns], *cells])
    return text.getvalue()


def numbers(opened: Opened, name: str) -> list[float | None]:
    position = opened.column(name).position
    return [row[0] for row in read_rows(opened.folder, opened.table, f"v{position}")]


MEASURES: dict[str, tuple[list[str], str, list[float]]] = {
    "engine": (["1248 CC", "998 CC", "1.498 cc"], "CC", [1248, 998, 1498]),
    "power": (["74 bhp", "103,52 bhp", "0"], "bhp", [74, 103.52, 0]),
    "net": (["12kg", "1,5 kg", "2 KG", "3 kg."], "kg", [12, 1.5, 2, 3]),
    "temperature": (["20°C", "-3 °C", "21,5 °C"], "°C", [20, -3, 21.5]),
    "use": (["7,5 l/100km", "6 l/100km"], "l/100km", [7.5, 6]),
    "area": (["250 m²", "1.250,5 m2"], "m²", [250, 1250.5]),
    "age": (["1 Jahr", "3 Jahre", "11 Jahre"], "Jahre", [1, 3, 11]),
    "rooms": (["3 rooms", "1 room"], "rooms", [3, 1]),
    "rent": (["14,50 €/m²", "9 €/m²"], "€/m²", [14.5, 9]),
    "memory": (["16GB", "32GB"], "GB", [16, 32]),
    "old": (["3歳", "12歳"], "歳", [3, 12]),
    "wine": (["12,5 % vol", "13 % vol"], "% vol", [12.5, 13]),
    "plot": (["5.400 sq ft", "800 sq ft"], "sq ft", [5400, 800]),
    "lot": (["5400 sq ft", "1800 sq ft"], "sq ft", [5400, 1800]),
}
NO_MEASURES = {
    "house": ["12 b", "14", "16 a"],
    "joined": ["12a", "14b", "16a"],
    "day": ["12 May", "13 May", "14 May"],
    "range": ["10-20 kg", "5-10 kg"],
    "wheels": ["4x4", "4x2"],
    "place": ["3rd", "1st", "4th"],
    "fourth": ["4th", "5th", "6th"],
    "shirt": ["XL 42", "XL 44"],
    "section": ["A 12", "A 13"],
    "code": ["4711XL", "4712XL", "4899XL"],
    "town": ["80331 München", "80335 München"],
    "time": ["5 h 30 min", "2 h 10 min"],
    "hour": ["5 pm", "6 pm"],
    "call": ["030 1234567 p", "030 7654321 p"],
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Return a table with measures, and with what only looks like them."""
    columns = {name: cells for name, (cells, _unit, _values) in MEASURES.items()}
    return Opener(tmp_path_factory.mktemp("shop"))(file_of({**columns, **NO_MEASURES}))


def test_numbers_with_one_unit_are_numbers_and_the_unit_is_kept(shop: Opened) -> None:
    found = {name: shop.column(name) for name in MEASURES}

    assert {name: column.type for name, column in found.items()} == dict.fromkeys(MEASURES, "number")
    assert {name: column.unit for name, column in found.items()} == {
        name: unit for name, (_cells, unit, _values) in MEASURES.items()
    }
    for name, (_cells, _unit, values) in MEASURES.items():
        assert numbers(shop, name)[: len(values)] == values, name


def test_the_unit_is_said_and_the_text_stays_as_it_was_read(shop: Opened) -> None:
    said = {
        notice.values["column"]: notice for notice in shop.table.warnings if notice.code == "import.units"
    }
    engine = shop.names.index("engine")

    assert said.keys() == MEASURES.keys()
    assert notice_text(said["memory"]).startswith('"memory" is in GB: 16GB is read as the number 16')
    assert [row[engine] for row in shop.rows[:3]] == MEASURES["engine"][0]
    assert shop.column("use").decimals == 1
    assert shop.table.questions == ()


def test_what_only_looks_like_a_measure_stays_a_kind(shop: Opened) -> None:
    assert {name: shop.column(name).type for name in NO_MEASURES} == dict.fromkeys(NO_MEASURES, "category")


def test_two_units_are_not_mixed_and_that_is_said(open_file: Opener) -> None:
    opened = open_file(file_of({"mileage": [*["23.4 kmpl"] * 9, "26.6 km/kg"], "name": ["a", "b"]}))

    said = opened.said("find.measures")

    assert opened.column("mileage").type == "category"
    assert said.level == "caution"
    assert notice_text(said) == (
        '"mileage" mixes units: 54 cells in kmpl, 6 in km/kg. The column stays text. '
        "Read as a number, only those in kmpl would count."
    )


def test_who_asks_for_numbers_gets_those_in_the_usual_unit(open_file: Opener) -> None:
    content = file_of({"mileage": [*["23.4 kmpl"] * 9, "26.6 km/kg"], "paid": ["€ 5", "$ 7"]})

    opened = open_file(content, wishes=Wishes(readings={"mileage": "number", "paid": "number"}))

    assert numbers(opened, "mileage")[8:10] == [23.4, None]
    assert opened.column("mileage").unit == "kmpl"
    assert opened.said("find.not_numbers").values["values"] == ["26.6 km/kg"]
    assert opened.said("find.units_as_asked").columns == ("paid",)


def test_a_single_row_has_its_unit_where_a_number_is_asked_for(open_file: Opener) -> None:
    opened = open_file(
        "name;engine\na;1248 CC\n", wishes=Wishes(readings={"engine": "number", "name": "text"})
    )

    assert (opened.column("engine").type, opened.column("engine").unit) == ("number", "CC")
    assert numbers(opened, "engine") == [1248.0]


def test_a_unit_alone_is_no_value_and_a_slip_is_said(open_file: Opener) -> None:
    cells = [f"{70 + row} bhp" for row in range(ROWS)]
    cells[10:13] = [" bhp", "about 80", "75"]

    opened = open_file(file_of({"power": cells, "name": ["a", "b"]}))

    assert numbers(opened, "power")[9:14] == [79, None, None, 75, 83]
    assert opened.said("import.missing_marks").values["marks"] == ["bhp"]
    assert opened.said("find.not_numbers").values["values"] == ["about 80"]


def test_many_numbers_without_the_unit_are_not_taken_for_it(open_file: Opener) -> None:
    opened = open_file(file_of({"net": ["12 kg", "13 kg", "14"], "sold": ["12k", "13k", "14k"]}))

    assert opened.column("net").type == "category"
    assert opened.said("find.units").values["count_b"] == ROWS / 3
    assert opened.column("sold").unit == "k"


def test_beside_a_factor_even_one_number_without_it_is_of_another_size(open_file: Opener) -> None:
    cells = [f"{row + 1}k" for row in range(ROWS)]
    cells[30] = "900"

    opened = open_file(file_of({"fans": cells, "name": ["a", "b"]}))

    assert opened.column("fans").type != "number"


def test_measures_that_fit_two_ways_are_asked_about_like_other_numbers(open_file: Opener) -> None:
    opened = open_file(file_of({"net": ["1.234 kg", "2.345 kg"], "name": ["a", "b"]}))

    (question,) = opened.table.questions

    assert question.column == "net"
    assert [choice.examples[0] for choice in question.choices] == ["1.234 kg", "1.234", "1234"]


def test_a_column_that_is_called_an_id_stays_one(open_file: Opener) -> None:
    opened = open_file(file_of({"item no": [f"{row + 100} DE" for row in range(ROWS)], "name": ["a", "b"]}))

    assert opened.column("item no").type == "id"
    assert "import.units" not in opened.codes


@pytest.mark.parametrize(
    ("spellings", "is_one"),
    [
        (("kg", "KG", "Kg."), True),
        (("m2", "m²", "M²"), True),
        (("µg", "μg"), True),
        (("ºC", "°C"), True),
        (("mL", "ml"), True),
        (("€/m²", "EUR/m2"), True),
        (("sq ft", "sq. ft", "Sq.Ft."), True),
        (("mW", "MW"), False),
        (("m", "M"), False),
        (("m²", "m³"), False),
    ],
)
def test_spellings_of_one_unit_have_one_name(spellings: tuple[str, ...], is_one: bool) -> None:
    assert (len({one_name(spelling) for spelling in spellings}) == 1) is is_one


@pytest.mark.parametrize(
    ("spelling", "has_gap", "is_unit"),
    [
        ("kg", False, True),
        ("rooms", False, True),
        ("Zimmer", True, True),
        ("b", True, False),
        ("m", True, True),
        ("A", False, False),
        ("A", True, True),
        ("XL", False, False),
        ("Jun", True, False),
        ("pm", True, False),
        ("th", False, False),
        ("個", False, True),
    ],
)
def test_not_every_word_behind_a_number_is_a_unit(spelling: str, *, has_gap: bool, is_unit: bool) -> None:
    assert may_be_unit(spelling, has_gap=has_gap) is is_unit
