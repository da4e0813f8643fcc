"""Promises about the repository itself: nothing of this machine, one version, help and pages that agree."""

import ast
import io
import re
import subprocess
import sys
import tomllib
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import desktop_app
from desktop_app.cli.main import main
from desktop_app.settings import VARIABLES
from tests.unit.syntax import nodes_of

ROOT = Path(__file__).parents[2]
PICTURES = {".png", ".ico", ".icns", ".woff2", ".parquet", ".xlsx", ".hunch", ".skops"}
# Homes and workplaces of people; an address of a package index, written so that this file does not hold one.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|opt)/\w{2,}|[A-Z]:\\Users\\")
REGISTRY = re.compile(
    r"(?:files\.python" + r"hosted|pypi\.org|registry\.np" + r"mjs|deb\.deb" + r"ian\.org|index-" + r"url)"
)


def tracked() -> list[Path]:
    """Return every file of the repository; from an archive without git, what lies in its folders."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
        return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]
    except (OSError, subprocess.CalledProcessError):
        folders = ("desktop_app", "ui", "build", "spec", "tests", "docs", "requirements")
        return [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]


def texts() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked()
        if path.suffix not in PICTURES and path != Path(__file__) and "vendor" not in path.parts
    ]


def help_of(*arguments: str) -> str:
    said = io.StringIO()
    with redirect_stdout(said):
        assert main([*arguments, "--help"]) == 0
    return said.getvalue()


def test_no_file_names_a_folder_of_one_machine() -> None:
    found = [f"{name}: {hit.group()}" for name, text in texts() for hit in MACHINE.finditer(text)]

    assert found == []


def test_no_file_names_the_host_of_a_package_index() -> None:
    found = [f"{name}: {hit.group()}" for name, text in texts() for hit in REGISTRY.finditer(text)]

    assert found == []


def test_the_version_stands_in_two_places_and_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == desktop_app.__version__


def test_the_newest_change_is_of_this_version_or_not_released() -> None:
    heading = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert heading
    assert heading.group(1) in ("Unreleased", desktop_app.__version__)


def test_what_the_package_needs_is_what_the_lock_is_made_from() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()

    assert sorted(project["dependencies"]) == sorted(line for line in wanted if line[:1] not in ("", "#"))


def test_every_library_that_the_program_imports_is_declared() -> None:
    names = {
        "sklearn": "scikit-learn",
        "webview": "pywebview",
        "python_calamine": "python-calamine",
        "docx": "python-docx",
        "flask_openapi3": "flask-openapi3",
        "google": "protobuf",
        "markdown_it": "markdown-it-py",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [wanted for extra in project["optional-dependencies"].values() for wanted in extra]
    declared = {re.split("[<>=]", wanted)[0] for wanted in (*project["dependencies"], *extras)}

    imported = {
        module.partition(".")[0]
        for path in (ROOT / "desktop_app").rglob("*.py")
        for node in nodes_of(path.read_text(encoding="utf-8"))
        for module in _imported(node)
    }
    by_pywebview = {"gi", "System", "Foundation", "PyObjCTools"}  # of GTK, .NET and macOS
    others = imported - set(sys.stdlib_module_names) - by_pywebview - {"desktop_app", "_typeshed"}

    assert {names.get(module, module) for module in others} - declared == set()


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module=str() as module):
            return [module]
    return []


def test_everything_that_runs_is_locked_alike_for_running_and_for_developing() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9._-]+==\S+)", text, re.MULTILINE))

    assert pins("run.lock") <= pins("dev.lock")


def test_the_page_for_it_names_every_environment_variable() -> None:
    page = (ROOT / "docs" / "for-it.md").read_text(encoding="utf-8")

    assert [name for name in VARIABLES if f"`{name}`" not in page] == []


def test_the_page_for_it_names_every_command_and_every_option() -> None:
    page = (ROOT / "docs" / "for-it.md").read_text(encoding="utf-8")
    commands = re.findall(r"^  (\w+)  ", help_of().partition("Commands:")[2], re.MULTILINE)

    assert len(commands) >= 4
    for command in commands:
        options = re.findall(r"--[a-z][a-z-]+", help_of(command).partition("Options:")[2])
        missing = [option for option in options if option not in page and option != "--help"]
        assert (command in page, missing) == (True, []), command


@pytest.mark.parametrize("page", ["README.md", "docs/for-it.md", "docs/for-developers.md"])
def test_the_links_of_a_page_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []
