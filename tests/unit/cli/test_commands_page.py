"""The page about the commands says what there is, no more and no less."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from desktop_app.cli.main import COMMANDS, main, program
from desktop_app.cli.reading import OPTIONS
from desktop_app.errors import DataError, FileError, InternalError, ModelError, SaveError, UsageError
from desktop_app.settings import VARIABLES
from desktop_app.tables.recipes import READINGS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {part.splitlines()[0]: part for part in PAGE.split("\n## ")[1:]}
GLOBAL = {"--workspace", "--quiet", "--json", "--help"}
READERS = ("inspect", "convert", "train", "groups", "anomalies", "import-onnx", "check", "predict")


def section(command: str) -> str:
    return next(
        text for title, text in SECTIONS.items() if title.replace("`", "").split()[:2] == ["hunch", command]
    )


def first_cells(text: str) -> set[str]:
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {option for cell in rows for option in re.findall(r"--[a-z-]+", cell)}


def options(command: str) -> set[str]:
    found = program().get_command(click.Context(program()), command)
    assert found is not None
    parts = found.commands.values() if isinstance(found, click.Group) else [found]
    params = [option for part in parts for option in part.params]
    return {name for option in params if isinstance(option, click.Option) for name in option.opts}


def test_every_command_has_its_section_and_no_other_has_one() -> None:
    titles = [title.replace("`", "").split()[1] for title in SECTIONS if title.startswith("`hunch")]

    assert titles == ["[FILE]", *COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_on_the_page(command: str) -> None:
    assert first_cells(section(command)) == options(command) - GLOBAL - set(OPTIONS)


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_reads_a_file_can_be_told_how(command: str) -> None:
    told = set(OPTIONS) if command in READERS else set()

    assert options(command) & set(OPTIONS) == told


def test_the_ways_to_say_how_a_file_is_read_are_on_the_page() -> None:
    part = SECTIONS["How a file is read"]

    assert first_cells(part) == set(OPTIONS)
    assert all(f"`{reading}`" in part for reading in READINGS)


def test_the_options_of_all_commands_are_on_the_page() -> None:
    assert first_cells(SECTIONS["For every command"]) == GLOBAL


@pytest.mark.parametrize("command", [*(one for one in COMMANDS if one != "dask"), "dask up", "dask test"])
def test_the_help_of_a_command_has_one_example_that_names_it(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command.split(), "--help"]) == 0

    text = capsys.readouterr().out
    assert text.count("Example: ") == 1
    assert f"Example: hunch {command}" in text
    assert command.startswith("dask") or all(option in text for option in options(command))


def test_the_list_of_commands_is_the_list_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0

    text = capsys.readouterr().out
    assert re.findall(r"^  ([a-z-]+)  ", text.split("Commands:")[1], re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize(
    ("failure", "code"),
    [(InternalError, 1), (UsageError, 2), (FileError, 3), (SaveError, 3), (DataError, 4), (ModelError, 7)],
)
def test_the_exit_codes_are_those_of_the_page(failure: type[InternalError], code: int) -> None:
    assert failure.exit_code == code
    assert f"\n| {code} | " in SECTIONS["Exit codes"]


def test_the_variables_are_those_of_the_page() -> None:
    assert tuple(re.findall(r"^\| `(HUNCH_\w+)`", SECTIONS["Environment"], re.MULTILINE)) == VARIABLES


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    code = (
        "import sys\n"
        "from desktop_app.cli.main import main\n"
        f"main(['{option}'])\n"
        "heavy = 'pandas numpy sklearn scipy duckdb flask waitress webview sqlite3'.split()\n"
        "assert not set(heavy) & set(sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "hunch" in done.stdout
