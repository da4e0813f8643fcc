"""Which columns a new file lacks is said, and whether it can be gone on with."""

from pathlib import Path

import pytest

from desktop_app.errors import DataError
from desktop_app.models.preflight import check_missing, preflight
from tests.unit.models.fitting_made import CARD, FINE, TYPES, checked, values
from tests.unit.models.stored import store


def test_a_missing_column_does_not_fit(tmp_path: Path) -> None:
    found = checked(tmp_path, city=None)

    assert found.fit == "unfit"
    assert found.missing == ("city",)
    assert values(found, "check.missing_many") == {"count": 1, "columns": ["city"]}


def test_another_table_is_recognised(tmp_path: Path) -> None:
    found = checked(tmp_path, age=None, city=None, since=None)

    assert found.fit == "unfit"
    assert values(found, "check.wrong_file") == {"matched": 1, "columns": 4}
    assert values(found, "check.missing_many") == {"count": 3, "columns": ["age", "city", "since"]}


def test_columns_that_differ_in_their_spelling_are_no_other_table(tmp_path: Path) -> None:
    names = {"AGE": "age", "City": "city", "SINCE": "since", "Note": "note"}
    types = TYPES | {name: TYPES[column] for name, column in names.items()}

    found = preflight(
        CARD, tmp_path, store(tmp_path, {name: FINE[old] for name, old in names.items()}, types)
    )

    assert found.fit == "unfit"
    assert found.other_table is None
    assert {one.source: one.column for one in found.suggestions} == names
    assert found.can_be_spared == ()  # nothing would be left
    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, ("age", "note"))
    assert caught.value.code == "cli.columns_renamed"
    assert caught.value.hint.endswith("add --map City=city --map SINCE=since")


def test_a_file_can_be_gone_on_with_while_half_of_the_columns_are_there(tmp_path: Path) -> None:
    assert checked(tmp_path / "half", age=None, city=None).can_be_spared == ("age", "city")
    assert checked(tmp_path / "less", age=None, city=None, since=None).can_be_spared == ()


def test_what_another_table_lacks_is_named(tmp_path: Path) -> None:
    found = checked(tmp_path, age=None, city=None, since=None)

    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, ())

    assert caught.value.message.endswith('4 columns fit. It lacks 3: "age", "city", "since".')


@pytest.mark.parametrize(
    ("gone", "allowed", "code"),
    [
        (["city"], (), "cli.missing_columns"),
        (["city", "age"], ("city",), "cli.missing_columns"),
        (["city", "age", "since"], (), "check.wrong_file"),
    ],
)
def test_a_missing_column_stops_it_unless_that_is_allowed(
    tmp_path: Path, gone: list[str], allowed: tuple[str, ...], code: str
) -> None:
    found = checked(tmp_path, **dict.fromkeys(gone))

    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, allowed)

    assert caught.value.code == code
    check_missing(CARD, found, gone)  # all of them are allowed
