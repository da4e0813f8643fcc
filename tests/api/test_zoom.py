"""The size of the pages in the window."""

from tests.api.conftest import FakeDialogs, Person


def zoom(person: Person, step: str) -> int:
    return person.post("/native/zoom", step=step).status_code


def test_pages_get_larger_and_smaller_and_that_is_remembered(owner: Person, dialogs: FakeDialogs) -> None:
    assert [zoom(owner, step) for step in ("larger", "larger", "smaller", "usual")] == [204] * 4
    assert dialogs.scales == [1.1, 1.25, 1.1, 1.0]


def test_the_largest_size_is_the_end(owner: Person, dialogs: FakeDialogs) -> None:
    for _step in range(12):
        zoom(owner, "larger")

    assert dialogs.scales[-2:] == [3.0, 3.0]


def test_no_other_step_is_taken(owner: Person, dialogs: FakeDialogs) -> None:
    assert zoom(owner, "huge") == 400
    assert dialogs.scales == []


def test_a_browser_zooms_by_itself(person: Person) -> None:
    assert zoom(person, "larger") == 404
