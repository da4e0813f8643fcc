"""Two evaluations are compared number by number, as they stand in their files."""

from typing import Any

import pytest

from desktop_app.models.repeating import differences
from desktop_app.records.jsonable import to_json
from desktop_app.records.verifying import Difference
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.text_parts import WORDS


def said() -> dict[str, Any]:
    return to_json(two_kinds())


def test_the_same_numbers_do_not_differ_whatever_time_they_took() -> None:
    then, slower = said(), said() | {"seconds": 99.0}
    then["candidates"] = [{"score": 0.5, "seconds": 1.0}]
    slower["candidates"] = [{"score": 0.5, "seconds": 98.0}]

    assert list(differences(then, slower)) == []


def test_the_same_numbers_do_not_differ_wherever_they_were_found() -> None:
    there = said() | {"on_cluster": {"places": 4, "lost": False}}

    assert list(differences(there, said())) == []


def test_they_are_told_in_the_order_of_the_record() -> None:
    then, now = said(), said()
    now["score"]["value"], now["rows"], now["confusion"] = 0.25, 7, None
    counts = [float(count) for row in then["confusion"]["counts"] for count in row]

    found = list(differences(then, now))

    assert found[:2] == [
        Difference(field="rows", now=7.0, then=float(then["rows"])),
        Difference(field="score", now=0.25, then=then["score"]["value"]),
    ]
    assert found[2:] == [Difference(field="confusion", now=None, then=count) for count in counts]


def test_what_came_to_be_is_a_difference_too() -> None:
    then, now = said(), said()
    now["candidates"].append({"score": 0.5, "name": "forest", "chosen": True, "seconds": 1.0})
    then["give_away"], now["give_away"] = None, {"column": "age", "alone": 1.0, "without": 0.75}

    assert list(differences(then, now)) == [
        Difference(field="candidates", now=0.5, then=None),
        Difference(field="give_away", now=1.0, then=None),
        Difference(field="give_away", now=0.75, then=None),
    ]


def test_what_an_earlier_program_did_not_say_is_none() -> None:
    then = said()
    del then["give_away"], then["score"]["high"]
    now = said() | {"give_away": {"column": "age", "alone": 1.0, "without": 0.75}, "later": 3.0}

    assert list(differences(then, now)) == []


@pytest.mark.parametrize("now", [None, "0.5", True])
def test_something_else_in_place_of_a_number_is_a_difference(now: Any) -> None:
    then, other = said(), said()
    then["seen"], other["seen"] = 0.5, now

    assert list(differences(then, other)) == [Difference(field="seen", now=None, then=0.5)]


def test_an_evaluation_of_another_kind_differs_in_many_numbers() -> None:
    assert len(list(differences(said(), to_json(a_number())))) > 10


def test_words_that_were_taken_out_or_that_an_earlier_program_did_not_look_for_are_no_difference() -> None:
    without, now = to_json(two_kinds()), to_json(two_kinds(words=WORDS))

    assert list(differences(without, now)) == []
    assert len(list(differences(now, without))) > 0
