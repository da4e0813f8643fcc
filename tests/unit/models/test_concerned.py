"""The rows that are spoken of in a new file are kept, so that they can be shown."""

from pathlib import Path

from desktop_app.records.models import MOST_LISTED, Preflight
from tests.unit.models.fitting_made import FINE, checked


def rows(found: Preflight, code: str) -> tuple[int, ...]:
    (one,) = [one for one in found.concerned if one.code == code]
    return one.rows


def test_the_rows_that_are_spoken_of_can_be_shown(tmp_path: Path) -> None:
    found = checked(tmp_path, age=["20", "about 30", "99"], city=["Rome", None, "Oslo"])

    assert rows(found, "check.not_read") == (1,)
    assert rows(found, "check.beyond") == (2,)
    assert rows(found, "check.unseen") == (0,)
    assert {one.code for one in found.concerned} == {"check.not_read", "check.beyond", "check.unseen"}


def test_only_the_first_of_many_rows_are_kept(tmp_path: Path) -> None:
    cells = {name: list(cells) * 40 for name, cells in FINE.items()} | {"age": ["99"] * 120}

    assert rows(checked(tmp_path, **cells), "check.beyond") == tuple(range(MOST_LISTED))


def test_rows_that_repeat_an_earlier_one_can_be_shown(tmp_path: Path) -> None:
    ages = [str(18 + row % 60) for row in range(60)]
    cities = ["Oslo" if row % 7 < 3 else "Berne" for row in range(60)]
    days = [f"1970-{1 + row % 12:02}-{1 + row % 28:02}" for row in range(60)]
    notes = [f"note {row}" for row in range(60)]
    whole = {"age": ages, "city": cities, "since": days, "note": notes}
    cells = {name: [*column, *column[:5]] for name, column in whole.items()}

    found = checked(tmp_path, **cells)

    assert rows(found, "check.repeated") == (60, 61, 62, 63, 64)
