"""Whether this computer can show a window of ours, and which part is missing where it cannot."""

import importlib
import os
import sys

from desktop_app.language import say
from desktop_app.records.record import dataclass
from desktop_app.shell.sentences import NO_DISPLAY, NO_WEBVIEW
from desktop_app.shell.system_gi import offer_system_gi

WEBVIEW2 = "Microsoft Edge WebView2 Runtime"
GTK_PARTS = (("Gtk", "3.0", "gir1.2-gtk-3.0"), ("WebKit2", "4.1", "gir1.2-webkit2-4.1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """Why there can be no window: no screen, or a missing *part*, by the name under which it is installed."""

    part: str = ""

    @property
    def sentence(self) -> str:
        """The reason as a person reads it."""
        return say(NO_WEBVIEW, {"part": self.part}) if self.part else say(NO_DISPLAY)


def hindrance() -> Hindrance | None:
    """Return what stands against a window, or None when one can be shown."""
    if sys.platform == "win32":
        return _on_windows()
    return None if sys.platform == "darwin" else _on_linux()


def prepare_environment() -> None:
    """Set what the web view reads from the environment; before anything of it loads."""
    forget_own_libraries()
    # Without it the window stays blank on many graphics drivers.
    os.environ.setdefault("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
    for name in ("no_proxy", "NO_PROXY"):  # our own pages never go through a proxy of the network
        others = [place for place in os.environ.get(name, "").split(",") if place and place != "127.0.0.1"]
        os.environ[name] = ",".join(["127.0.0.1", *others])


def has_screen() -> bool:
    """Whether a window of Linux has somewhere to be shown."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def forget_screen() -> None:
    """Let nothing that is started look for a screen that does not answer."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)


def forget_own_libraries() -> None:
    """Let the processes of the system that we start, such as the web view's own, load its libraries."""
    if hasattr(sys, "_MEIPASS"):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before


def _on_linux() -> Hindrance | None:
    if not has_screen():
        return Hindrance()
    if not offer_system_gi():
        return Hindrance(part="python3-gi")
    try:
        gi = importlib.import_module("gi")
    except ImportError:  # it is there, but the libraries it needs are not
        return Hindrance(part="python3-gi")
    for name, version, package in GTK_PARTS:
        try:
            gi.require_version(name, version)
        except ValueError:
            return Hindrance(part=package)
    reached, _arguments = importlib.import_module("gi.repository.Gtk").init_check(None)
    return None if reached else Hindrance()


def _on_windows() -> Hindrance | None:
    """Without WebView2 the window would be drawn by Internet Explorer, which cannot show our pages."""
    try:
        native = importlib.import_module("webview.platforms.winforms")
    except (ImportError, RuntimeError):  # the second by pythonnet, where .NET is there but cannot be loaded
        return Hindrance(part=".NET Framework 4.8")
    return None if native.is_chromium else Hindrance(part=WEBVIEW2)
