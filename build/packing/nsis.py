"""hunch-VERSION-setup.exe: for one person on Windows, compiled by NSIS from a bundle made on Windows."""

import os
import subprocess
from pathlib import Path

from packing import product
from packing.plan import Plan

SCRIPT = product.SPEC / "windows" / "hunch.nsi"
BOOTSTRAPPER = "MicrosoftEdgeWebview2Setup.exe"  # packed where somebody has laid it beside the bundle


def make(plan: Plan) -> Path:
    """Write the installer and return its path; needs makensis."""
    goal = plan.out / f"hunch-{product.VERSION}-setup.exe"
    defined = {
        "VERSION": product.VERSION,
        "BUNDLE": str(plan.bundle.resolve()),
        "OUT": str(goal.resolve()),
        "ICON": str(product.ICONS / "hunch.ico"),
        "SIZE": str(size(plan.bundle) // 1024),
        "COMPRESSOR": "zlib" if plan.quick else "lzma",
    }
    bootstrapper = plan.bundle.parent / BOOTSTRAPPER
    if bootstrapper.exists():
        defined["WEBVIEW2"] = str(bootstrapper.resolve())
    options = [f"-D{name}={value}" for name, value in defined.items()]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(plan.date)}
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]
    subprocess.run(command, env=environment, check=True)
    return goal


def size(bundle: Path) -> int:
    """Return the bytes that the program takes."""
    return sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
