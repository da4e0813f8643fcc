r"""Sets up everything from a fresh clone, then runs, tests or packs the program.

    make run      py build\dev.py run        opens the app
    make test     py build\dev.py test       passes the tests, freezes the program and tries it

Needs Python 3.11 or newer with pip. Everything else is fetched into `out/tools` and `.venv`; the second
time is fast. This file keeps to what an older Python can read, so that it can say which one is needed.
"""

import os
import shutil
import sys

OLDEST = (3, 11)


def _give_way_to_a_newer_python() -> None:
    for minor in range(15, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - the same script, another Python
    sys.exit(f"Hunch needs Python 3.11 or newer; this is {sys.version.split()[0]}.")


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        _give_way_to_a_newer_python()
    sys.dont_write_bytecode = True  # build/ holds scripts and nothing else

    from commands import carry_out

    sys.exit(carry_out(sys.argv[1:]))
