"""Freezes the program under wine, in a copy of the checkout, so that our own out/ stays as it is."""

import shutil
from pathlib import Path

from packing import product

from wine.machine import PYTHON
from wine.prefix import OUT, Prefix

CHECKOUT = OUT / "checkout"
BUNDLE = CHECKOUT / "out" / "dist" / "hunch"
PACKAGES = OUT / "release"
TAKEN = ("main.py", "LICENSE", "pyproject.toml", "desktop_app", "ui", "docs", "spec", "build", "requirements")
SCRIPT = "import sys; sys.path.insert(0, 'build'); import bundle; bundle.make()"
PATIENCE = 3600  # seconds


def freeze(prefix: Prefix) -> Path:
    """Return the folder of the program, made by `build/bundle.py` as on Windows; raises RuntimeError."""
    _copy()
    # Bytecode of packages is kept: the many processes of PyInstaller would each compile all of it.
    more = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(product.date())}
    prefix.must([str(PYTHON / "python.exe"), "-c", SCRIPT], folder=CHECKOUT, more=more, patience=PATIENCE)
    return BUNDLE


def _copy() -> None:
    shutil.rmtree(CHECKOUT, ignore_errors=True)
    for name in TAKEN:
        source = product.ROOT / name
        if source.is_dir():
            shutil.copytree(source, CHECKOUT / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            CHECKOUT.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, CHECKOUT / name)
