"""What the page about the library shows can be done as it stands."""

import re
import shutil
from pathlib import Path

import pytest

from desktop_app import library
from desktop_app.paths import bundled

PAGE = bundled("docs", "library.md").read_text(encoding="utf-8")
CODE = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_every_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(bundled("ui", "samples", "customers.csv"), tmp_path)
    monkeypatch.chdir(tmp_path)

    names: dict[str, object] = {}
    for block in CODE:
        exec(compile(block, "docs/library.md", "exec"), names)  # noqa: S102 - our own page

    assert (tmp_path / "customers.hunch").is_file()
    assert names["level"] in ("weak", "useful", "good")


def test_every_failure_is_named() -> None:
    failures = [name for name in library.__all__ if name.endswith("Error")]

    assert [name for name in failures if f"`{name}`" not in PAGE] == []
