"""Where the table is among the rows of a file; a row that may be one of the table stays in it."""

import csv

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.tables.place.locating import Place, locate, numbered

BODY = "North,A,5,2.50\nSouth,B,7,3.10\nEast,A,9,2.40\n"
NAMES = "Region,Product,Units,Price\n"


def located(text: str, wishes: Wishes | None = None, *, rows: int = 0) -> Place:
    """Return where the table is in these lines; of *rows* rows, if more are said to be between them."""
    found = [row for row in csv.reader(text.splitlines()) if any(cell.strip() for cell in row)]
    return locate(found[:200], found[-50:], rows or len(found), wishes or Wishes())


def codes(place: Place) -> list[str]:
    return [notice.code for notice in place.notices]


PLAIN = {
    "words above numbers": "a,b\n1,2\n3,4\n",
    "words above words": "name,place\nAnn,York\nBob,Rome\n",
    "years beside a word": "country,2019,2020,2021\nDE,1.5,2.5,3.5\nFR,4.5,5.5,6.5\n",
    "days beside words": "place,region,1/22/20,1/23/20\nA,x,1,2\nB,y,4,5\n",
    "numbers one by one beside a word": "item,1,2,3,4\na,5,3,8,1\nb,2,2,9,7\n",
    "an index without a name": ",price\n0,5\n1,6\n",
    "an index beside numbers one by one": ",0,1,2\n0,5,6,9\n1,6,7,3\n",
    "one row": "a,b\n1,2\n",
    "names alone": "id,name,amount\n",
    "one column": "name\nAlice\nBob Smith\nDan\n",
    "one column of numbers": "x\n1\n2\n",
    "few names": "a,,b,,\n1,2,x,4,5\n2,3,y,5,6\n",
    "the same name twice": "id,amount,amount\n1,2,3\n5,6,7\n",
    "late numbers": "id,score\n1,n/a\n2,?\n3,5\n",
    "a word among numbers": "id,score\n1,absent\n2,4\n3,5\n4,6\n",
    "rows with few cells": "a,b,c,d,e\n1,,,,\n,2,,,\n,,3,,\n,,,x,\n,,,,y\n",
    "a name that is a colon's": "Name:,Age:\nAnn,5\nBob,6\n",
    "totals as a kind among others": "sex,n\n" + "male,5\ntotal,9\n" * 4,
    "a firm that is called Total": "firm,country,staff\nBP,UK,70\nShell,NL,90\nTotal,France,100\n",
    "a last row that is no total of the others": "firm,staff\nBP,70\nShell,90\nTotal,100\n",
    "a last row with a name alone": "land,a,b,c\nChad,1,2,3\nMali,4,5,6\nZimbabwe,,,\n",
    "remarks of any length": "id,remark\n1,fine\n2,it was not what I had ordered at all\n",
    "a short last row": "id,name,n\n1,A,5\n2,B,6\n3\n",
    "a note in two columns": "key,text\na,hello there\nnote,this is a longer one than the others\n",
    "words that are no units": "id,a,b\n1,x,y\n2,z,w\n3,v,u\n",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_a_plain_table_loses_no_row(text: str) -> None:
    place = located(text)

    assert (place.header, place.header_rows, place.first) == (0, 1, 1)
    assert (place.left_below, place.totals, place.titles, place.notices) == (0, (), (), ())


TITLES = {
    "one cell": "Sales report 2024\n",
    "padded": "Sales report 2024,,,\nCreated 2024-05-01,,,\n,,,\n",
    "two kinds": "Sales report 2024\nExported by J. Doe,,,\n\n",
    "two cells": "Sales report,2024,,\n",
    "a form": "Customer:,ACME,Date:,2024-01-01\nPlace:,York,,\n",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_titles_stand_above_the_names_and_are_kept_as_a_note(title: str) -> None:
    place = located(title + NAMES + BODY)

    count = sum(bool(line.strip(",")) for line in title.splitlines())
    assert place.names == ("Region", "Product", "Units", "Price")
    assert (place.header, place.first, len(place.titles)) == (count, count + 1, count)
    assert codes(place) == ["import.header"]
    assert numbered(place, 7)[0].values["row"] == 7


def test_a_title_above_rows_without_names_is_no_name() -> None:
    place = located("Sales of all regions\n" + BODY)

    assert (place.header, place.first, place.titles) == (-1, 1, ("Sales of all regions",))
    assert codes(place) == ["import.titles", "import.no_header"]


NAMELESS = {
    "numbers": "1,2.5,7\n2,3.5,8\n3,4.5,9\n",
    "numbers that go up": "1,2,3\n4,5,6\n",
    "numbers and a word": "5.1,3.5,Iris\n4.9,3.0,Iris\n",
    "a day": "Ann,2024-01-31,7\nBob,2024-02-28,5\n",
    "a year of birth": "Ann,1990\nBob,1985\nEve,1990\n",
    "a number": "Ann,30\nBob,25\nEve,41\n",
    "addresses": "ann@example.org,York\nbob@example.org,Rome\n",
    "one column": "5\n6\n7\n",
    "words that come again": "yes,red\nno,blue\nyes,blue\nno,red\nyes,red\n",
    "an address alone": "ann@example.org,\nbob@example.org,red\neve@example.org,blue\n",
}


@pytest.mark.parametrize("text", NAMELESS.values(), ids=NAMELESS.keys())
def test_a_first_row_that_is_like_the_others_is_a_row(text: str) -> None:
    place = located(text)

    assert (place.header, place.header_rows, place.first) == (-1, 0, 0)
    assert set(place.names) == {""}
    assert codes(place) == ["import.no_header"]


GROUPED = {
    "merged cells above": (
        ",2023,,2024,\nRegion,Units,Price,Units,Price\nNorth,5,2.5,6,2.7\nSouth,7,3.1,8,3.3\n",
        ("Region", "2023 Units", "2023 Price", "2024 Units", "2024 Price"),
    ),
    "merged to the right and down": (
        "Region,Sales,,Cost,\n,Q1,Q2,Q1,Q2\nNorth,5,2.5,6,2.7\nSouth,7,3.1,8,3.3\n",
        ("Region", "Sales Q1", "Sales Q2", "Cost Q1", "Cost Q2"),
    ),
    "units": (
        "Region,Weight,Price\n,(kg),(EUR)\nNorth,5,2.5\nSouth,7,3.1\n",
        ("Region", "Weight (kg)", "Price (EUR)"),
    ),
    "a group of all but the first": (
        ",Sales,,\nRegion,Q1,Q2,Q3\nNorth,5,2,3\nSouth,7,3,2\n",
        ("Region", "Sales Q1", "Sales Q2", "Sales Q3"),
    ),
}


@pytest.mark.parametrize(("text", "names"), GROUPED.values(), ids=GROUPED.keys())
def test_names_over_two_lines_are_joined(text: str, names: tuple[str, ...]) -> None:
    place = located(text)

    assert (place.header, place.header_rows, place.first, place.names) == (1, 2, 2, names)
    assert place.titles == ()


def test_a_title_above_names_over_two_lines_is_no_name() -> None:
    place = located(
        "Report\n,2023,,2024,\nRegion,Units,Price,Units,Price\nNorth,5,2.5,6,2.7\nEast,7,3.1,8,3\n"
    )

    assert (place.header, place.header_rows, place.titles) == (2, 2, ("Report",))


FOOTERS = {
    "a source": "Source: National statistics\n",
    "padded": "Source: National statistics,,,\n",
    "two notes": "Quelle: Amt für Statistik\n* vorläufig\n",
    "a line and a note": "------\nCreated on 2024-05-01 by the export\n",
    "a label and a day": "Created on,2024-05-01,,\n",
    "a sentence": "All prices are given in euros and without taxes\n",
    "rows counted": "(3 rows)\n",
}


@pytest.mark.parametrize("footer", FOOTERS.values(), ids=FOOTERS.keys())
def test_notes_below_the_table_are_left_out_and_said(footer: str) -> None:
    place = located(NAMES + BODY + "\n" + footer)

    assert place.left_below == len(footer.splitlines())
    assert codes(place) == ["import.footer"]
    assert place.notices[0].values["count"] == place.left_below


LONE = {
    "padded": "Alle Beträge in CHF,,,\n",
    "a label": "Zdroj: účetnictví,,,\n",
    "a day in it": "Édité le 03/04/2024\n",
    "of East Asia": "出典：社内資料,,,\n",
    "two": "Amounts in euros,,,\nWithout the north,,,\n",
}


@pytest.mark.parametrize("footer", LONE.values(), ids=LONE.keys())
@pytest.mark.parametrize("rows", [0, 1_000])  # all of them are seen, or not
def test_a_text_alone_in_the_last_rows_is_left_out_and_said(footer: str, rows: int) -> None:
    place = located(NAMES + BODY * 80 + footer, rows=rows)

    assert place.left_below == len(footer.splitlines())
    assert codes(place) == ["import.footer"]


GENUINE = {
    "a value of the column": NAMES + BODY + "North,,,\n",
    "shaped alike": "Name,Age,City\nAnn Ott,3,Ulm\nUrs Lee,,Rom\nEva Frey,4,Genf\nJan Roth,,\n",
    "such a row above": NAMES + "To be named later,,,\n" + BODY * 2 + "Not known so far,,,\n",
    "a code": "Code,Units,Price\nA-1,4,2.5\nA-2,6,3.5\nA-3,7,4.5\nA-4,,\n",
    "two columns": "Name,Age\nAnna,31\nUrs,40\nEva von Bern,\n",
    "a row above with one value": NAMES + ",,5,\n" + BODY + "Not known so far,,,\n",
}


@pytest.mark.parametrize("text", GENUINE.values(), ids=GENUINE.keys())
def test_a_last_row_of_which_cells_are_missing_stays(text: str) -> None:
    assert located(text).left_below == 0


@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("title", ["", "Costs by place\n"])
def test_the_larger_of_two_tables_is_taken_and_the_other_is_said(title: str, *, is_first: bool) -> None:
    few, many = "Place,Cost\nYork,4\nRome,5\n", NAMES + BODY + BODY.replace("A", "B")

    place = located(many + title + few if is_first else title + few + many)

    assert place.names == ("Region", "Product", "Units", "Price")
    assert place.left_below == (len((title + few).splitlines()) if is_first else 0)
    assert place.first == (1 if is_first else 4 + bool(title))
    assert codes(place) == ["import.other_table" if is_first else "import.header"]


def test_names_that_are_one_too_few_leave_the_first_column_without_one() -> None:
    place = located("mpg,cyl\nMazda,21,6\nDatsun,22,4\nValiant,18,6\n")

    assert place.names == ("", "mpg", "cyl")
    assert codes(place) == ["import.row_names"]


@pytest.mark.parametrize(("wished", "expected"), [(0, (-1, 0)), (1, (0, 1)), (2, (1, 2)), (3, (2, 3))])
def test_the_row_of_names_can_be_wished(wished: int, expected: tuple[int, int]) -> None:
    place = located("id,n\nx,y\nz,4\nw,5\n", Wishes(header=wished))

    assert (place.header, place.first) == expected


def test_every_row_is_kept_where_that_is_wished() -> None:
    place = located(NAMES + BODY + "Total,,21,\nSource: us\n", Wishes(keep_all=True))

    assert (place.left_below, place.totals, place.notices) == (0, (), ())


@pytest.mark.parametrize(("rows", "kept"), [(3, (0, 2)), (900, (0, 1, 2, 3))])
def test_a_blank_column_is_left_out_where_all_rows_are_seen(rows: int, kept: tuple[int, ...]) -> None:
    assert located("a,,b,\n1,,x,\n2,,y,\n", rows=rows).columns == kept


@pytest.mark.parametrize("text", ["", "x\n", "5\n", ",,\n", "Total,5\n"])
def test_hardly_any_row_is_no_trouble(text: str) -> None:
    place = located(text)

    assert len(place.names) == len(place.columns)
