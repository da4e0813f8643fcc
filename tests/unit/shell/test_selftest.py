"""The self-test's look at the files; the whole of it runs with the frozen program."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

from desktop_app.shell.selftest import SelfTestError, check_files


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen program of one file."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "part.so").write_bytes(b"as it was made")
    digest = hashlib.sha256(b"as it was made").hexdigest()
    (tmp_path / "hashes.json").write_text(json.dumps({"part.so": digest}))
    return tmp_path


def test_files_as_they_were_made_pass(frozen: Path) -> None:
    check_files()


def test_a_changed_file_is_named(frozen: Path) -> None:
    (frozen / "part.so").write_bytes(b"as a stranger made it")

    with pytest.raises(SelfTestError, match=r"part\.so"):
        check_files()


def test_a_missing_file_is_named(frozen: Path) -> None:
    (frozen / "part.so").unlink()

    with pytest.raises(SelfTestError, match=r"part\.so"):
        check_files()
