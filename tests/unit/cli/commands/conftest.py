"""A folder of good and bad files for commands, and a model in it."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import run_here
from tests.unit.cli.made_files import customers, write

_trained: list[bytes] = []  # the one model, once it is there


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("commands")
    write(place / "customers.csv", customers(120))
    write(place / "few.csv", customers(19))
    write(place / "one_column.csv", [["a"], *([n % 3] for n in range(50))])
    write(place / "constant.csv", [["a", "same"], *([n % 7, "x"] for n in range(50))])
    (place / "empty.csv").write_bytes(b"")
    (place / "header.csv").write_text("a,b\n")
    (place / "binary.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)
    (place / "broken.hunch").write_bytes(b"PK\x03\x04 and then nothing")
    return place


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.jobs.once.run_once", run_here)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(folder / "workspace"))
    monkeypatch.chdir(folder)


@pytest.fixture
def model(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Train once for all tests; each module has a copy."""
    kept = folder / "kept.hunch"
    if not kept.exists() and _trained:
        kept.write_bytes(_trained[0])
    if not kept.exists():
        command = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "kept.hunch")
        assert main(command) in (0, 5)
        capsys.readouterr()
        _trained.append(kept.read_bytes())
    return kept.name
