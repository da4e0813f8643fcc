"""The frozen program, made once by the script that people use, and tried as a person would."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import psutil
import pytest

from desktop_app.records.handover import ENDINGS
from desktop_app.reports.documents.catalogue import SHIPPED
from tests.bundle.conftest import FOLDER
from tests.e2e.screen import Screen, wait_until
from tests.e2e.test_window import lacks

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds

pytestmark = pytest.mark.bundle


def run(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"} if os.name == "posix" else dict(os.environ)
    return subprocess.run(
        [program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def linked(source: str, to: str) -> None:
    """Copy a file, without its bytes where that can be done."""
    try:
        os.link(source, to)
    except OSError:
        shutil.copy2(source, to)


def test_it_learns_and_answers_on_the_command_line(frozen: Path, tmp_path: Path) -> None:
    sample = FOLDER / "_internal" / "ui" / "samples" / "penguins.csv"

    learned = run(
        frozen,
        "train",
        str(sample),
        "--target",
        "species",
        "--budget",
        "5",
        "--out",
        "m.hunch",
        folder=tmp_path,
    )
    answered = run(frozen, "predict", "m.hunch", str(sample), "--out", "a.csv", "--json", folder=tmp_path)

    assert learned.returncode in (0, 5), learned.stderr
    assert answered.returncode in (0, 5), answered.stderr
    assert json.loads(answered.stdout)
    rows = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").count("\n")
    assert rows == sample.read_text(encoding="utf-8-sig").count("\n")
    for kind, ending in ENDINGS.items():
        handed = run(frozen, "export", "m.hunch", "--to", kind, "--out", f"m{ending}", folder=tmp_path)
        assert handed.returncode == 0, handed.stderr


def test_a_damaged_file_is_found_by_the_self_test(frozen: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(FOLDER, copy, symlinks=True, copy_function=linked)
    licence = copy / "_internal" / "LICENSE"
    damaged = licence.read_bytes() + b" "
    licence.unlink()  # the bytes are those of the program that others try
    licence.write_bytes(damaged)

    done = run(copy / frozen.name, "--selftest", folder=tmp_path)

    assert (done.returncode, "LICENSE" in done.stdout) == (1, True)


def test_every_document_of_help_is_in_it(frozen: Path, tmp_path: Path) -> None:
    said = run(frozen, "--help", folder=tmp_path).stdout

    assert [file for file in SHIPPED if not (FOLDER / "_internal" / file).is_file()] == []
    assert str(FOLDER / "_internal" / "docs") in said


def test_every_template_is_in_it_compiled(frozen: Path) -> None:
    shipped = FOLDER / "_internal" / "ui"

    assert not (shipped / "templates").exists()
    assert len(list((shipped / "templates.compiled").glob("*.pyc"))) == len(
        list((ROOT / "ui" / "templates").rglob("*.html"))
    )


@pytest.mark.skipif(bool(lacks()), reason=lacks())
def test_its_window_is_drawn_by_the_web_view_of_the_system(frozen: Path, tmp_path: Path) -> None:
    with Screen() as screen:
        environment = {**screen.environment, "HUNCH_WORKSPACE": str(tmp_path)}
        program = psutil.Popen(
            [frozen], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_until(screen.is_painted, PATIENCE)
            wait_until(lambda: any("Hunch" in title for title in screen.titles()), PATIENCE)
            others = program.children(recursive=True)
            screen.close_window("Hunch")

            assert program.wait(PATIENCE) == 0
            assert psutil.wait_procs(others, timeout=PATIENCE)[1] == []
        finally:
            if program.is_running():
                program.kill()
                program.wait()
