"""A screen that nobody sees, with a mouse that finds its way by what is drawn, and pictures of it."""

import struct
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.e2e.screen import Screen, wait_until

Box = tuple[int, int, int, int]  # left, top, right, bottom
Pixels = NDArray[np.uint8]  # height x width x 3: red, green, blue
FOCUS = (0x0B, 0x57, 0xD0)  # of the line around what the keys act on
ACCENT = (0x1F, 0x5F, 0xBF)  # of the one main button of a page
BROAD, TALL = 60, 3  # pixels: the free part of such a button above its words
TO_ITS_WORDS = 14  # pixels
_HEADER = struct.Struct(">25I")  # of a picture in X's own format (XWDFile.h)
_PATIENCE, _STILL = 120, 1.5  # seconds; longer than our pages wait before they ask how far a job is
_ANOTHER_PAGE = 0.02  # of all pixels
_MOST_TABS = 60


class Pictures(Screen):
    """A screen of which pictures are taken, and a hand at its mouse and keys."""

    def pixels(self) -> Pixels:
        """Return what is on the screen."""
        raw = (Path(self._folder.name) / "Xvfb_screen0").read_bytes()
        fields = _HEADER.unpack_from(raw)
        size, width, height, line, colours = (fields[place] for place in (0, 4, 5, 12, 19))
        rows = np.frombuffer(raw, np.uint8, line * height, size + 12 * colours).reshape(height, line)
        return rows[:, : 4 * width].reshape(height, width, 4)[:, :, 2::-1]

    def rest(self) -> None:
        """Return once nothing moves any more, and no work is shown that has not ended."""
        before: list[Pixels] = [self.pixels()]

        def is_still() -> bool:
            time.sleep(_STILL)
            now = self.pixels()
            same = bool((now == before[0]).all())
            before[0] = now
            return same and not any("% – " in title for title in self.titles())

        wait_until(is_still, _PATIENCE)

    def after(self, act: Callable[[], None]) -> None:
        """Do something, and return once it has changed the page and nothing moves any more."""
        before = self.pixels()
        act()
        wait_until(lambda: bool((self.pixels() != before).any(axis=2).mean() > _ANOTHER_PAGE), _PATIENCE)
        self.rest()

    def place(self, title: str, width: int, height: int) -> None:
        """Put the window of that title into the upper left corner, and wait for its page."""
        wait_until(lambda: self.size(title) != (0, 0), _PATIENCE)
        wait_until(self.is_painted, _PATIENCE)
        self._xdotool("windowmove", self._window(title), "0", "0")
        self.resize(title, width, height)
        self.rest()

    def wait_for(self, words: str) -> None:
        """Return once the title over the window holds the words, and its page is drawn."""
        wait_until(lambda: any(words in title for title in self.titles()), _PATIENCE)
        self.rest()

    def click_main(self) -> None:
        """Press the first main button on the screen. Raises TimeoutError where there is none."""
        wait_until(lambda: main_button(self.pixels()) is not None, _PATIENCE)
        self.click(*(main_button(self.pixels()) or (0, 0)))

    def point(self, x: int, y: int) -> None:
        """Move the mouse there, and give what is under it the time to change."""
        self._xdotool("mousemove", str(x), str(y), "sleep", "0.3")

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Press the mouse there."""
        self._xdotool("mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "80", "1")

    def tab_to(self, *, left: int = 0, top: int = 0, width: int = 0) -> None:
        """Press Tab until what has the focus lies that far right and down, and is so wide.

        Raises TimeoutError where there is nothing of the kind.
        """
        for _press in range(_MOST_TABS):
            before = focused(self.pixels())
            self.press("Tab")
            with suppress(TimeoutError):  # what is hidden takes the focus, too
                wait_until(partial(self._has_another_focus, before), _STILL)
            box = focused(self.pixels())
            if box and box[0] >= left and box[1] >= top and box[2] - box[0] >= width:
                return
        raise TimeoutError("nothing there takes the focus")

    def _has_another_focus(self, before: Box | None) -> bool:
        return focused(self.pixels()) not in (None, before)


def main_button(pixels: Pixels) -> tuple[int, int] | None:
    """Return a place on the first button in the main colour, or None."""
    is_accent = (pixels == ACCENT).all(axis=2)
    # Where the sum of so many pixels in a row is their number, all of them are of the colour.
    sums = np.cumsum(np.pad(is_accent, ((0, 0), (1, 0))).astype(np.int32), axis=1)
    broad = sums[:, BROAD:] - sums[:, :-BROAD] == BROAD
    tall = np.logical_and.reduce([broad[start : len(broad) - TALL + start] for start in range(TALL)])
    found: NDArray[Any] = np.argwhere(tall)
    if not len(found):
        return None
    y, x = map(int, found[0])
    return x + BROAD // 2, y + TO_ITS_WORDS


def focused(pixels: Pixels) -> Box | None:
    """Return left, top, right and bottom of what has the focus, or None."""
    rows, columns = np.nonzero((pixels == FOCUS).all(axis=2))
    if not len(rows):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


def save(pixels: Pixels, goal: Path) -> None:
    """Write a picture as PNG, each line in the form that packs best."""
    height, width, _colours = pixels.shape
    lines = pixels.reshape(height, 3 * width).astype(np.int16)
    left = np.pad(lines, ((0, 0), (3, 0)))[:, : 3 * width]
    above = np.vstack([np.zeros_like(lines[:1]), lines[:-1]])
    forms = [
        (kind, (lines - other).astype(np.uint8)) for kind, other in ((0, 0 * lines), (1, left), (2, above))
    ]
    cost = np.stack([np.abs(form.view(np.int8).astype(np.int32)).sum(axis=1) for _kind, form in forms])
    best = cost.argmin(axis=0)
    body = b"".join(
        bytes([forms[kind][0]]) + forms[kind][1][row].tobytes() for row, kind in enumerate(best.tolist())
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b""))
    goal.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
