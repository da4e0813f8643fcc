"""What must be on disk before what, so that a power cut leaves nothing that is only half there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAND_ONE = """
import os, sys
from pathlib import Path
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported
workspace = Workspace(Path(sys.argv[1]))
os.write(1, b"BEGIN")
imported(workspace)
os.write(1, b"SAVED")
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here to watch the order of writes")
def test_bytes_reach_the_disk_before_names_and_names_before_the_row(tmp_path: Path) -> None:
    calls = "trace=fsync,fdatasync,/^rename,write"
    command = ["strace", "-f", "-y", "-e", calls, sys.executable, "-c", LAND_ONE, str(tmp_path / "workspace")]
    watched = subprocess.run(command, capture_output=True, text=True, check=False)
    if watched.returncode:
        pytest.skip("strace may not watch here")  # as in most containers

    landing = watched.stderr.partition("BEGIN")[2].partition("SAVED")[0].splitlines()

    def first(pattern: str) -> int:
        return next(at for at, call in enumerate(landing) if re.search(pattern, call))

    bytes_on_disk = first(r"fsync\(.*/texts\.parquet>")
    moved = first(r"rename.*texts\.parquet")
    folder_moved = first(r'rename.*/tables/\.\w+", .*/tables/\w+"')
    names_on_disk = first(r"fsync\(.*/tables>")
    committed = max(at for at, call in enumerate(landing) if "sync" in call and "-wal" in call)
    assert bytes_on_disk < moved < folder_moved < names_on_disk < committed
