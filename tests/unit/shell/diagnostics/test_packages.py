"""The file for IT names the version of each part, frozen or not."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from desktop_app.shell.diagnostics import packages


def test_from_its_sources_what_is_installed_counts() -> None:
    assert packages.packages()["flask"] == version("flask")


def test_the_frozen_program_tells_its_own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = {"name": "waitress", "version": "3.0.2", "licence": "ZPL-2.1", "source": "", "exception": ""}
    (tmp_path / "components.json").write_text(json.dumps([part]))
    monkeypatch.setattr(packages, "bundled", lambda *parts: tmp_path / parts[-1])

    assert packages.packages() == {"waitress": "3.0.2"}


def test_where_there_is_neither_list_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "bundled", lambda *parts: tmp_path / parts[-1])

    assert packages.packages() == {}
