"""What `make test-windows` sets up, as far as it can be told without wine."""

import re
from pathlib import Path

import pytest
from wine import machine
from wine.prefix import Prefix


def test_what_freezes_comes_from_the_lock_with_its_hashes() -> None:
    parts = machine.part_of_lock(machine.FREEZING)

    assert re.findall(r"^([a-z0-9-]+)==", parts, re.MULTILINE) == list(machine.FREEZING)
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=[a-z])", parts, flags=re.MULTILINE)[1:])


def test_a_file_of_windows_is_found_on_linux(tmp_path: Path) -> None:
    assert (
        Prefix(tmp_path).here(r"C:\users\Jürgen\a b.csv")
        == tmp_path / "drive_c" / "users" / "Jürgen" / "a b.csv"
    )


def test_nothing_of_this_computer_decides_how_programs_of_windows_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "HTTPS_PROXY", "PYTHONPATH", "HUNCH_WORKSPACE"):
        monkeypatch.setenv(name, "here")

    given = Prefix(tmp_path).environment({"HUNCH_WORKSPACE": "C:\\there"})

    assert [name for name, value in given.items() if value == "here"] == []
    assert (given["HUNCH_WORKSPACE"], given["WINEPREFIX"]) == ("C:\\there", str(tmp_path))
