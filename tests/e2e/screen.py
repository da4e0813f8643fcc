"""A screen that nobody sees (Xvfb), with a session bus, to show the real window on."""

import ctypes
import ctypes.util
import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

NEEDED = ("Xvfb", "dbus-daemon", "xdotool")
TEXT = bytes((0x29, 0x21, 0x1B))  # the colour of text on our pages, #1B2129, as it lies in memory
FOUND = bytes((0x8A, 0xE3, 0xFF))  # what lies behind a word that was looked for, #FFE38A
ENOUGH = 300  # pixels of that colour: a heading is there
ENTRY = b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"


class Screen:
    """A display of its own; *environment* makes programs use it."""

    def __init__(self, number: int = 0) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hunch-screen-")
        self.name = f":{number or 200 + os.getpid() % 700}"
        command = ["Xvfb", self.name, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            [*command, "-fbdir", self._folder.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._plain(),
            text=True,
        )
        address = (self._bus.stdout.readline() if self._bus.stdout else "").strip()
        self.environment = {**self._plain(), "DBUS_SESSION_BUS_ADDRESS": address}
        # Its file is there before it has a size.
        wait_until(lambda: any(file.stat().st_size for file in Path(self._folder.name).iterdir()), 30)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._bus, self._server):
            process.terminate()
            process.communicate()
        self._folder.cleanup()

    def is_painted(self) -> bool:
        """Whether text of one of our pages is to be seen."""
        return self.ink() >= ENOUGH

    def ink(self, colour: bytes = TEXT) -> int:
        """Return how many pixels have the colour: that of our text, unless another is given."""
        with (
            (Path(self._folder.name) / "Xvfb_screen0").open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels,
        ):
            return bytes(pixels).count(colour)

    def titles(self) -> list[str]:
        """Return what stands over the windows."""
        return self._xdotool("search", "--name", ".", "getwindowname", "%@").splitlines()

    def close_window(self, title: str) -> None:
        """Press the cross of the window whose title holds *title*, as a window manager would report it."""
        _ask_to_close(self.name, int(self._window(title)))

    def resize(self, title: str, width: int, height: int) -> None:
        """Give the window another size, as somebody who drags its corner."""
        self._xdotool("windowsize", self._window(title), str(width), str(height))

    def size(self, title: str) -> tuple[int, int]:
        """Return how wide and high the window is; nothing at all while it is not there."""
        window = self._window(title)
        told = self._xdotool("getwindowgeometry", "--shell", window) if window else ""
        facts = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        return int(facts.get("WIDTH", 0)), int(facts.get("HEIGHT", 0))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one place and let it go at another, as slowly as a hand."""
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for part in range(1, 11):
            x, y = (round(one + (other - one) * part / 10) for one, other in zip(start, end, strict=True))
            self._xdotool("mousemove", str(x), str(y), "sleep", "0.05")
        self._xdotool("sleep", "0.3", "mouseup", "1")

    def _window(self, title: str) -> str:
        # By its letters as they are: xdotool would take "hunch" too, a window of GTK that is never shown.
        windows = zip(self._xdotool("search", "--name", ".").split(), self.titles(), strict=False)
        return next((window for window, name in windows if title in name), "")

    def press(self, key: str) -> None:
        """Press a key."""
        self._xdotool("key", key)

    def _xdotool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout

    def _plain(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        kept["DISPLAY"] = self.name
        return kept


def missing() -> list[str]:
    """Return the programs that this computer lacks for a screen of this kind."""
    return [program for program in NEEDED if not shutil.which(program)]


def wait_until(true: Callable[[], bool], seconds: float) -> None:
    """Return as soon as it is true; raise TimeoutError when it takes too long."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s")
        time.sleep(0.02)


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib, padded to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 24),
    )


def _ask_to_close(display_name: str, window: int) -> None:
    """Send WM_DELETE_WINDOW: what a window manager does for its cross, and no xdotool of Debian 12 can."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XSendEvent.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p)
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display = x11.XOpenDisplay(display_name.encode())
    protocols, delete = (x11.XInternAtom(display, name, 0) for name in ENTRY)
    event = _ClientMessage(type=33, window=window, message_type=protocols, format=32)
    event.data[0] = delete
    x11.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    x11.XCloseDisplay(display)
