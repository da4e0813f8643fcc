"""The scripts in docs/examples: each has its list of packages, is run by a test, and is short."""

import ast
import re

from tests.frameworks.made import EXAMPLES, FILES, FRAMEWORKS

LONGEST = 140  # lines
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==\d[\w.]*")


def test_each_script_is_run_and_has_its_list_and_its_files() -> None:
    names = {framework.name for framework in FRAMEWORKS}

    assert {framework.script for framework in FRAMEWORKS} == set(EXAMPLES.glob("*.py"))
    assert {path.stem.removeprefix("requirements-") for path in EXAMPLES.glob("*.txt")} == names
    assert {path.name for path in FILES.iterdir()} == names


def test_each_list_names_versions_and_no_address() -> None:
    lines = [line for path in EXAMPLES.glob("*.txt") for line in path.read_text(encoding="utf-8").split()]

    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_each_script_is_short_and_tells_how_it_is_used() -> None:
    for framework in FRAMEWORKS:
        source = framework.script.read_text(encoding="utf-8")
        told = ast.get_docstring(ast.parse(source)) or ""

        assert source.count("\n") <= LONGEST
        for words in (f"requirements-{framework.name}.txt", framework.script.name, "hunch import-onnx"):
            assert words in told
