"""What the system tells of a drop."""

from pathlib import Path

import pytest

from desktop_app.shell import drops


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {"paths": []}
    monkeypatch.setattr(drops, "_state", lambda: found)
    monkeypatch.setattr(drops, "_PATIENCE", 0.0)
    return found


class Data:
    """What GTK hands over."""

    def get_uris(self) -> list[str]:
        return ["https://example.org/a.csv", "file:///media/a%20b%25.csv"]


def test_an_address_of_gtk_is_a_path_once() -> None:
    drops._note(None, None, 0, 0, Data(), 0, 0)

    assert drops.taken_drop() == Path("/media/a b%.csv")
    assert drops.taken_drop() is None


def test_a_path_with_signs_of_an_address_stays(
    tmp_path: Path, state: dict[str, list[tuple[str, str]]]
) -> None:
    file = tmp_path / "100%25.csv"
    file.touch()
    state["paths"].append((file.name, str(file)))

    assert drops.taken_drop() == file
