"""Runs the scripts in docs/examples for real, and brings what they export: `make test-frameworks`.

Each framework has an environment of its own in out/frameworks, since they disagree about what they stand on:
about 5 GB in all. With names of frameworks, only those.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENTS = ROOT / "out" / "frameworks"
START = "requirements-"


def main(names: Sequence[str]) -> int:
    """Set up what is missing, then run the tests of these frameworks, or of all."""
    lists = sorted((ROOT / "docs" / "examples").glob(f"{START}*.txt"))
    wanted = [path for path in lists if not names or path.stem.removeprefix(START) in names]
    for path in wanted:
        _ready(path)
    chosen = " or ".join(path.stem.removeprefix(START) for path in wanted)
    tests = ["-B", "-m", "pytest", "-p", "no:cacheprovider", "-q", "tests/frameworks", "-m", "frameworks"]
    return subprocess.call([sys.executable, *tests, *(["-k", chosen] if names else [])], cwd=ROOT)


def _ready(wanted: Path) -> None:
    """Bring the environment of one framework to its list; do nothing where it was made from that."""
    folder = ENVIRONMENTS / wanted.stem.removeprefix(START)
    stamp = folder / "list.sha256"
    digest = hashlib.sha256(wanted.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print(f"Setting up: {wanted.relative_to(ROOT).as_posix()}", flush=True)
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(folder)])
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(wanted)]
    subprocess.check_call([str(python), *install], env=os.environ | {"PIP_ROOT_USER_ACTION": "ignore"})
    stamp.write_text(digest, encoding="utf-8")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
