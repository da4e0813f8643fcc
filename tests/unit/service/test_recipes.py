"""The recipes for IT name what there is: the container, the unit of systemd, and the page about both."""

import json
import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import click
import pytest

from desktop_app.cli.main import program
from desktop_app.service.environment import VARIABLES
from desktop_app.service.rules import LARGEST_BODY, MOST_ROWS, SECONDS

ROOT = Path(__file__).parents[3]
CONTAINER = (ROOT / "docs" / "service" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
UNIT = ROOT / "docs" / "service" / "hunch-serve.service"
PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")


def options() -> set[str]:
    command = program().get_command(click.Context(program()), "serve")
    assert command
    return {name for option in command.params for name in option.opts if name.startswith("--")}


def test_the_container_copies_what_there_is_and_calls_the_command_as_it_is() -> None:
    copied = [line.split()[1:-1] for line in CONTAINER.splitlines() if line.startswith("COPY ")]
    entry = json.loads(CONTAINER.partition("ENTRYPOINT ")[2].splitlines()[0])

    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    assert {"main.py", "desktop_app", "ui"} <= {name for names in copied for name in names}
    assert entry[1:3] == ["main.py", "serve"]
    assert {word for word in entry if word.startswith("--")} <= options()
    assert "--require-hashes" in CONTAINER
    assert "\nUSER hunch\n" in CONTAINER


def test_the_unit_calls_the_command_as_it_is_and_may_do_little() -> None:
    unit = ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # names are as they are written
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]

    assert service["ExecStart"].split()[:2] == ["/usr/bin/hunch", "serve"]
    assert {word for word in service["ExecStart"].split() if word.startswith("--")} <= options()
    assert (service["DynamicUser"], service["ProtectSystem"], service["IPAddressDeny"]) == (
        "yes",
        "strict",
        "any",
    )


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(
        UNIT.read_text(encoding="utf-8").replace("/usr/bin/hunch", sys.executable), encoding="utf-8"
    )

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True, check=False
    )

    assert [line for line in done.stderr.splitlines() if UNIT.name in line] == []


def test_the_page_names_every_variable_with_its_default() -> None:
    told = dict(re.findall(r"^\| `(HUNCH_\w+)` \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE))

    assert tuple(told) == VARIABLES
    assert [told[f"HUNCH_SERVICE_{name}"] for name in ("ROWS", "BYTES", "SECONDS")] == [
        str(MOST_ROWS),
        str(LARGEST_BODY),
        str(SECONDS),
    ]
