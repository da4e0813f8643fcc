"""What both packages for Linux hold beside the program: its place in menus, its icons, its type of file."""

import platform
import shutil
from pathlib import Path

from packing import product

MACHINE = {"AMD64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
DEBIAN_MACHINE = {"x86_64": "amd64", "aarch64": "arm64"}.get(MACHINE, MACHINE)
SPEC = product.SPEC / "linux"
ENTRIES = ("hunch.desktop", "zz-hunch-tables.desktop")
SIGN = product.ROOT / "ui" / "static" / "img" / "hunch.svg"


def furnish(share: Path) -> None:
    """Fill a `share` folder."""
    for entry in ENTRIES:
        _put(SPEC / entry, share / "applications" / entry)
    _put(SPEC / "hunch.xml", share / "mime" / "packages" / "hunch.xml")
    icons = share / "icons" / "hicolor"
    _put(SIGN, icons / "scalable" / "apps" / "hunch.svg")
    for size in product.ICON_SIZES:
        _put(product.ICONS / f"hunch-{size}.png", icons / f"{size}x{size}" / "apps" / "hunch.png")


def _put(source: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, goal)
