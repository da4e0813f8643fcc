"""Nothing that exists is overwritten by accident, and nothing half-done is left."""

import os
import time
from pathlib import Path

import pytest

from desktop_app.cli.goal import goal
from desktop_app.errors import SaveError, UsageError

CSV = (".csv",)


def save(path: Path, text: str, *, force: bool = False, meanwhile: str = "") -> None:
    """Do what a command does; *meanwhile*, somebody else writes to the same place."""
    with goal(path, force=force, endings=CSV) as place:
        place.draft.write_text(text)
        if meanwhile:
            path.write_text(meanwhile)
        place.land()


def stop_midway(path: Path) -> None:
    with goal(path, force=False, endings=CSV) as place:
        place.draft.write_text("half")
        raise KeyboardInterrupt


def test_a_finished_file_stands_at_its_place_and_nothing_else(tmp_path: Path) -> None:
    save(tmp_path / "out.csv", "done")

    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "done"


def test_a_file_that_exists_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("mine")

    with pytest.raises(UsageError) as refused, goal(tmp_path / "out.csv", force=False, endings=CSV):
        pytest.fail("work began")

    assert refused.value.code == "cli.out_exists"
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_force_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("mine")

    save(tmp_path / "out.csv", "new", force=True)

    assert (tmp_path / "out.csv").read_text() == "new"


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        save(tmp_path / "out.csv", "new", meanwhile="mine")

    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_a_disk_without_hard_links_keeps_the_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)

    save(tmp_path / "out.csv", "done")
    with pytest.raises(UsageError):
        save(tmp_path / "other.csv", "new", meanwhile="mine")

    assert (tmp_path / "out.csv").read_text() == "done"
    assert (tmp_path / "other.csv").read_text() == "mine"


def test_work_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_midway(tmp_path / "out.csv")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out.pdf", "out", ".csv"])
def test_only_endings_that_can_be_written_are_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as refused, goal(tmp_path / name, force=False, endings=(".csv", ".xlsx")):
        pytest.fail("work began")

    assert refused.value.hint == "Use one of: .csv, .xlsx"


def test_capital_letters_in_the_ending_are_fine(tmp_path: Path) -> None:
    with goal(tmp_path / "OUT.CSV", force=False, endings=CSV) as place:
        assert place.draft.name == "OUT.CSV"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as refused, goal(tmp_path / "no" / "out.csv", force=False, endings=CSV):
        pytest.fail("work began")

    assert (refused.value.code, refused.value.values["folder"]) == ("save.no_folder", str(tmp_path / "no"))


def test_a_folder_in_the_place_of_the_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()

    with pytest.raises(SaveError) as refused, goal(tmp_path / "out.csv", force=True, endings=CSV):
        pytest.fail("work began")

    assert "it is a folder" in refused.value.message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_said_before_any_work(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(SaveError) as refused, goal(tmp_path / "out.csv", force=False, endings=CSV):
        pytest.fail("work began")

    assert refused.value.code == "error.read_only"


def test_a_folder_of_the_system_that_takes_no_files_is_said_before_any_work() -> None:
    folder = Path("/proc/self")
    if not folder.is_dir():
        pytest.skip("this system has no such folder")

    with pytest.raises(SaveError) as refused, goal(folder / "out.csv", force=False, endings=CSV):
        pytest.fail("work began")

    assert refused.value.exit_code == 3


def left_behind(folder: Path, name: str, *, hours: int, holds: str = "") -> Path:
    left = folder / name
    left.mkdir()
    if holds:
        (left / holds).touch()
    then = time.time() - hours * 3600
    os.utime(left, (then, then))
    return left


def test_an_old_empty_folder_that_a_killed_command_left_is_swept(tmp_path: Path) -> None:
    left = left_behind(tmp_path, ".hunch-ab_9xyz0", hours=50)

    save(tmp_path / "out.csv", "done")

    assert not left.exists()


@pytest.mark.parametrize(
    ("name", "hours", "holds"),
    [
        (".hunch-ab_9xyz0", 1, ""),
        (".hunch-ab_9xyz0", 50, "half.csv"),
        (".hunch-notes", 50, ""),
        (".hunch-ab_9xyz0-mine", 50, ""),
    ],
)
def test_what_may_be_in_use_or_of_somebody_else_stays(
    tmp_path: Path, name: str, hours: int, holds: str
) -> None:
    left = left_behind(tmp_path, name, hours=hours, holds=holds)

    save(tmp_path / "out.csv", "done")

    assert left.exists()
