"""The program must open fast: the libraries that compute load only in a worker."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("pandas", "numpy", "scipy", "sklearn", "joblib", "skops", "duckdb")
AFTER_THE_FIRST_PAGE = f"""
import pathlib, sys
import desktop_app.cli.main, desktop_app.shell.app, desktop_app.shell.window, webview
from desktop_app.settings import read_settings
from desktop_app.shell.assembly import running
from desktop_app.shell.visitor import first_page

with running(read_settings({{}}).in_workspace(pathlib.Path(sys.argv[1]))) as app:
    assert "<h1" in first_page(app.entrance.link())
print([name for name in {HEAVY} if name in sys.modules])
"""


def test_the_window_process_has_loaded_no_heavy_library_after_its_first_page(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AFTER_THE_FIRST_PAGE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
