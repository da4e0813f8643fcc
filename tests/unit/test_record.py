"""A record is a frozen dataclass in all that one can see of it."""

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something lies."""

    name: str
    height: float = 0.0
    marks: dict[str, int] = dataclasses.field(default_factory=dict)


def test_it_is_made_by_names_and_its_defaults() -> None:
    first, second = Place(name="top"), Place(name="top", height=2.5)

    assert (first.name, first.height, first.marks, second.height) == ("top", 0.0, {}, 2.5)
    assert first.marks is not second.marks


@pytest.mark.parametrize("wrong", [{}, {"height": 1.0}, {"name": "top", "depth": 1}])
def test_a_missing_or_unknown_name_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Place(**wrong)


def test_it_is_not_made_by_position() -> None:
    with pytest.raises(TypeError):
        Place("top")  # type: ignore[call-arg]


@pytest.mark.parametrize("name", ["name", "depth"])
def test_nothing_in_it_can_be_set_or_deleted(name: str) -> None:
    place = Place(name="top")

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(place, name, "low")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(place, name)
    assert not hasattr(place, "__dict__")


def test_records_of_one_kind_are_equal_by_their_values() -> None:
    nan = float("nan")

    assert Place(name="top") == Place(name="top") != Place(name="low")
    assert Place(name="top", height=nan) == Place(name="top", height=nan)
    assert Place(name="top") != object()


def test_records_with_equal_values_are_one_in_a_set() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Point:
        """Two numbers."""

        x: int
        y: int

    assert {Point(x=1, y=2), Point(x=1, y=2), Point(x=2, y=1)} == {Point(x=2, y=1), Point(x=1, y=2)}
    assert len({Point(x=1, y=2), Point(x=1, y=2)}) == 1


def sent(record: Place) -> Any:
    return pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, sent])
def test_it_is_copied_and_sent_whole(way: Any) -> None:
    place = Place(name="top", marks={"a": 1})

    assert way(place) == place


def test_it_is_a_dataclass_to_those_who_ask() -> None:
    place = Place(name="top")

    assert [field.name for field in dataclasses.fields(place)] == ["name", "height", "marks"]
    assert dataclasses.replace(place, height=1.0) == Place(name="top", height=1.0)
    assert repr(place) == "Place(name='top', height=0.0, marks={})"
    assert str(inspect.signature(Place)) == "(*, name: str, height: float = 0.0, marks: dict[str, int] = {})"


@pytest.mark.parametrize("wrong", ["frozen", "slots", "kw_only"])
def test_a_record_that_can_change_is_refused(wrong: str) -> None:
    with pytest.raises(TypeError):
        dataclass(**{"frozen": True, "slots": True, "kw_only": True} | {wrong: False})
