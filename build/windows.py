"""Builds the program for Windows under wine, packs its installers, and tries all of it: `make test-windows`.

    python build/dev.py test-windows             everything; most of the time goes into the freeze
    python build/dev.py test-windows --keep      the program that was frozen before is tried again
    python build/dev.py test-windows --keep -k setup      what else is said goes to pytest

No part of CI. What wine cannot show is named in docs/for-developers.md.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import release
import sizes
import system_parts
from wine import freezing, machine

ROOT = Path(__file__).resolve().parents[1]
TESTS = ["-B", "-m", "pytest", "-p", "no:cacheprovider", "-q", "tests/windows", "-m", "windows"]


def main(arguments: Sequence[str]) -> int:
    """Return 0 when the program was built and every test of it passed."""
    if not system_parts.wine():
        return 1
    prefix = machine.ready()
    try:
        if "--keep" not in arguments or not freezing.PACKAGES.exists():
            started = time.monotonic()
            bundle = freezing.freeze(prefix)
            print(f"Frozen for Windows in {time.monotonic() - started:.0f} s")
            print(sizes.summary(bundle), flush=True)
            if code := release.main(["--bundle", str(bundle), "--out", str(freezing.PACKAGES)]):
                return code
        rest = [argument for argument in arguments if argument != "--keep"]
        return subprocess.call([sys.executable, *TESTS, *rest], cwd=ROOT)
    finally:
        prefix.stop()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
