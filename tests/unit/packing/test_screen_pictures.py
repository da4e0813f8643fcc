"""What finds its way on a drawn page, and writes pictures of it."""

import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the screen of these pictures is one of Linux", allow_module_level=True)

from screen_pictures import ACCENT, FOCUS, Pixels, focused, main_button, save


def page() -> Pixels:
    return np.full((60, 200, 3), 255, dtype=np.uint8)


def read(path: Path) -> Pixels:
    """Return the pixels of a PNG whose lines are plain, or differ from the pixel before or above."""
    content = path.read_bytes()
    width, height = struct.unpack_from(">II", content, 16)
    at = content.index(b"IDAT")
    packed = content[at + 4 : at + 4 + struct.unpack_from(">I", content, at - 4)[0]]
    lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + 3 * width)
    out = np.zeros((height, width, 3), dtype=np.uint8)
    for row, line in enumerate(lines):
        pixels = line[1:].reshape(width, 3)
        above = out[row - 1] if row and line[0] == 2 else 0
        out[row] = np.cumsum(pixels, axis=0, dtype=np.uint8) if line[0] == 1 else pixels + above
    return out


def test_a_picture_that_is_written_is_the_one_that_was_seen(tmp_path: Path) -> None:
    drawn = page()
    drawn[10:40, 20:120] = np.random.default_rng(7).integers(0, 255, (30, 100, 3), dtype=np.uint8)
    drawn[45:50] = np.arange(200, dtype=np.uint8)[:, None]

    save(drawn, tmp_path / "a.png")

    assert (read(tmp_path / "a.png") == drawn).all()


def test_the_main_button_is_found_by_its_colour_and_a_small_sign_is_not() -> None:
    drawn = page()
    drawn[2:6, 2:40] = ACCENT  # a sign, not broad enough
    assert main_button(drawn) is None

    drawn[20:50, 100:190] = ACCENT

    x, y = main_button(drawn) or (0, 0)
    assert (100 <= x < 190, 20 <= y < 50) == (True, True)


def test_what_has_the_focus_is_found_by_the_line_around_it() -> None:
    drawn = page()
    assert focused(drawn) is None

    drawn[[10, 30], 50:90] = FOCUS

    assert focused(drawn) == (50, 10, 89, 30)
