"""A folder of parts takes the place of an earlier one as a whole, and of nothing else."""

from pathlib import Path

import pytest

from desktop_app.cli.goal_of_parts import goal_of_parts
from desktop_app.errors import UsageError

PART = "part-00001.csv"


def save(out: Path, text: str) -> None:
    with goal_of_parts(out, force=True) as place:
        (place.draft / PART).write_text(text)
        place.land()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with one part of an earlier run."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / PART).write_text("earlier")
    return folder


@pytest.mark.parametrize("stopped_by", [KeyboardInterrupt, OSError])
def test_the_earlier_parts_come_back_where_the_new_ones_cannot_take_their_place(
    stopped_by: type[BaseException], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if self.name == "parts":
            raise stopped_by
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", stopped)

    with pytest.raises(BaseException):  # noqa: B017, PT011 - each in its own way
        save(out, "new")

    assert (out / PART).read_text() == "earlier"
    assert [one.name for one in out.parent.iterdir()] == ["out"]


def test_who_stops_once_the_new_parts_are_there_has_them(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        found = whole(self, target)
        if self.name == "parts":
            raise KeyboardInterrupt
        return found

    monkeypatch.setattr(Path, "rename", stopped)

    with pytest.raises(KeyboardInterrupt):
        save(out, "new")

    assert (out / PART).read_text() == "new"


def test_a_folder_that_is_called_like_a_part_is_none(out: Path) -> None:
    (out / "part-00002.csv").mkdir()
    (out / "part-00002.csv" / "mine.txt").write_text("kept")

    with pytest.raises(UsageError) as refused:
        save(out, "new")

    assert refused.value.code == "parts.others"
    assert (out / "part-00002.csv" / "mine.txt").read_text() == "kept"
    assert (out / PART).read_text() == "earlier"
