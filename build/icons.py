"""Draws spec/icons from ui/static/img/hunch.svg by Chromium: run it again when the sign changes.

python build/icons.py
"""

import struct
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SIGN = ROOT / "ui" / "static" / "img" / "hunch.svg"
ICONS = ROOT / "spec" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
OF_WINDOWS = (16, 24, 32, 48, 64, 256)
OF_MACOS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def main() -> int:
    """Write the pictures, and from them the files that hold several for Windows and macOS."""
    ICONS.mkdir(exist_ok=True)
    pictures = drawn(SIGN.read_text(encoding="utf-8"))
    for size, picture in pictures.items():
        (ICONS / f"hunch-{size}.png").write_bytes(picture)
    (ICONS / "hunch.ico").write_bytes(ico({size: pictures[size] for size in OF_WINDOWS}))
    (ICONS / "hunch.icns").write_bytes(icns({kind: pictures[size] for kind, size in OF_MACOS.items()}))
    return 0


def drawn(sign: str) -> dict[int, bytes]:
    """Return the sign as PNG in each size."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(f"<style>html, body {{ margin: 0 }} svg {{ display: block }}</style>{sign}")
        pictures = {}
        for size in SIZES:
            page.set_viewport_size({"width": size, "height": size})
            pictures[size] = page.screenshot(omit_background=True)
        browser.close()
    return pictures


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return one .ico of several PNG: a header, a line of 16 bytes for each, then the pictures."""
    place = 6 + 16 * len(pictures)
    lines = [struct.pack("<HHH", 0, 1, len(pictures))]
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        lines.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place))
        place += len(picture)
    return b"".join([*lines, *pictures.values()])


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Return one .icns of several PNG: each behind its kind and length."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


if __name__ == "__main__":
    sys.exit(main())
