"""The program must open fast: what computes loads in a worker, and little is compiled that no page needs."""

import json
import subprocess
import sys
from typing import Any

import pytest

HEAVY = (
    *("pandas", "numpy", "scipy", "sklearn", "joblib", "skops", "onnx", "onnxruntime"),
    *("duckdb", "docx", "lxml", "typst", "pydantic", "flask_openapi3", "desktop_app.api", "markdown_it"),
)
# These stand below the records, or have values that change.
GENERATED = {"desktop_app.settings", "desktop_app.jobs.foreman"}
AFTER_THE_FIRST_PAGE = """
import dataclasses, json, pathlib, sys
from werkzeug.routing import Rule

compiled = []
plain = Rule._compile_builder
Rule._compile_builder = lambda rule, *about: (compiled.append(rule.rule), plain(rule, *about))[1]

import desktop_app.cli.main, desktop_app.shell.app, desktop_app.shell.window, webview
from desktop_app.settings import read_settings
from desktop_app.shell.assembly import running
from desktop_app.shell.visitor import first_page

with running(read_settings({}).in_workspace(pathlib.Path(sys.argv[1]))) as app:
    assert "<h1" in first_page(app.entrance.link())
    generated = {
        kind.__module__
        for module in list(sys.modules.values()) if module.__name__.startswith("desktop_app.")
        for kind in vars(module).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__dataclass_params__.init
    }
print(json.dumps({"modules": list(sys.modules), "generated": sorted(generated), "compiled": compiled}))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program has loaded and made when its first page is answered."""
    done = subprocess.run(
        [sys.executable, "-c", AFTER_THE_FIRST_PAGE, str(tmp_path_factory.mktemp("workspace"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_the_window_process_has_loaded_no_heavy_library_after_its_first_page(started: dict[str, Any]) -> None:
    assert [name for name in HEAVY if name in started["modules"]] == []


def test_no_record_of_the_start_has_had_methods_compiled_for_it(started: dict[str, Any]) -> None:
    assert set(started["generated"]) <= GENERATED, "take `dataclass` from desktop_app.records.record"


def test_only_addresses_that_the_first_page_names_are_compiled(started: dict[str, Any]) -> None:
    assert 0 < len(set(started["compiled"])) < 15
