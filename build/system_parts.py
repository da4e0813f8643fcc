"""What Python packages cannot bring: a browser and a virtual screen for tests, a web view for the window.

Debian's packages are installed only as root or where sudo asks no password, and named before. Where a part
cannot be had, everything goes on without it, and that is said.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

DEBIAN_GI = Path("/usr/lib/python3/dist-packages/gi")


def has_display() -> bool:
    """Whether a window can be shown in this session."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def for_tests() -> None:
    """Get what the tests and the freezing need from the system."""
    if not sys.platform.startswith("linux"):
        return
    _get(
        "browser tests",
        ["chromium", "fonts-dejavu-core"],
        _any("chromium", "chromium-browser", "google-chrome"),
    )
    _get("window tests", ["xvfb", "xauth", "xdotool", "dbus"], _all("Xvfb", "xdotool", "dbus-run-session"))
    _get("the frozen program", ["binutils", "zstd", "strace"], _all("objdump", "strip", "zstd", "strace"))
    _get(
        "tests of installers",
        ["nsis", "wixl", "msitools", "desktop-file-utils"],
        _all("makensis", "wixl", "msiinfo", "desktop-file-validate"),
    )


def wine() -> bool:
    """Get what the program for Windows is built, packed and tried with; return whether it is here."""
    if not sys.platform.startswith("linux"):
        print("The program for Windows is built under wine, on Linux alone.")
        return False
    packages = ["wine", "wine64", "binutils-mingw-w64-x86-64"]
    return _get("the program for Windows", packages, _all("wine", "wineserver", "x86_64-w64-mingw32-ld"))


def window() -> str:
    """Get the web view for a window; return the lock that its Python side needs on top, if any."""
    if not sys.platform.startswith("linux"):
        return ""
    if not _get("the window", ["gir1.2-webkit2-4.1", "gir1.2-gtk-3.0"], _has_webkit):
        return ""
    if _debian_gi_fits():
        return ""  # the program itself finds Debian's
    if _debian_python() == sys.version_info[:2] and _get("the window", ["python3-gi"], _debian_gi_fits):
        return ""
    headers = ["libgirepository1.0-dev", "libcairo2-dev", "pkg-config", "gcc", "libc6-dev"]
    return "window-linux" if _get("the window", headers, _can_build_gi) else ""


def _any(*programs: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(program) for program in programs)


def _all(*programs: str) -> Callable[[], bool]:
    return lambda: all(shutil.which(program) for program in programs)


def _has_webkit() -> bool:
    folders = [*Path("/usr/lib").glob("*/girepository-1.0"), *Path("/usr").glob("lib*/girepository-1.0")]
    wanted = ("WebKit2-4.1.typelib", "Gtk-3.0.typelib")
    return all(any((folder / name).exists() for folder in folders) for name in wanted)


def _debian_gi_fits() -> bool:
    return any(DEBIAN_GI.glob(f"_gi.cpython-{sys.version_info[0]}{sys.version_info[1]}-*.so"))


def _debian_python() -> tuple[int, int] | None:
    """Return the version that Debian's own Python has, or would have."""
    shown = _output(["apt-cache", "show", "python3"])
    version = next((line.split()[1] for line in shown.splitlines() if line.startswith("Version:")), "")
    numbers = version.split(".")[:2]
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else None


def _can_build_gi() -> bool:
    wanted = ["gobject-introspection-1.0", "cairo"]
    return bool(shutil.which("gcc")) and subprocess.call(["pkg-config", "--exists", *wanted]) == 0


def _get(purpose: str, packages: Sequence[str], there: Callable[[], bool]) -> bool:
    """Return whether the part is there, after trying to install it."""
    if there():
        return True
    if not shutil.which("apt-get"):
        print(f"Going on without {purpose}: missing are (as Debian calls them) {', '.join(packages)}.")
        return False
    if (rights := _rights()) is None:
        print(f"Going on without {purpose}: to have it, run: sudo apt-get install {' '.join(packages)}")
        return False
    print(f"Setting up: system packages for {purpose}: {' '.join(packages)}", flush=True)
    _update(rights)
    _quietly([*rights, "apt-get", "install", "--yes", "--no-install-recommends", *packages])
    if not there():
        print(f"Going on without {purpose}: {', '.join(packages)} could not be installed.")
        return False
    return True


@cache
def _rights() -> tuple[str, ...] | None:
    """Return what to put before apt-get, or None where it may not be used without a password."""
    if os.geteuid() == 0:
        return ("env", "DEBIAN_FRONTEND=noninteractive")
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ("sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive")
    return None


@cache
def _update(rights: tuple[str, ...]) -> None:
    _quietly([*rights, "apt-get", "update"])


def _quietly(command: Sequence[str]) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        print("\n".join((done.stdout + done.stderr).splitlines()[-5:]))


def _output(command: Sequence[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
