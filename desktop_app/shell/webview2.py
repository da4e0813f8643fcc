"""What draws the window on Windows: where it is missing, Microsoft's installer is offered, if it was brought.

The installer lies beside the program where ours or IT has laid it. It loads what it installs from
Microsoft, so nothing of it happens unasked.
"""

import importlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.language import _
from desktop_app.shell.sentences import GET_WEBVIEW

BOOTSTRAPPER = "MicrosoftEdgeWebview2Setup.exe"
OPTIONS = ("/silent", "/install")
DECLINED = "webview2.declined"  # in the folder of Hunch: a person is asked once
_CLIENTS = (
    "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",  # WebView2; then Edge's beta, dev and canary, which bring it
    "{2CD8A007-E189-409D-A2C8-9AF4EF3C72AA}",
    "{0D50BFEC-CD6A-4F9A-964C-C7416E3ACB10}",
    "{65C35B14-6C1D-4122-AC46-7148CC9D6497}",
)
_PLACES = (
    ("HKEY_CURRENT_USER", r"Software\Microsoft\EdgeUpdate\Clients"),
    ("HKEY_LOCAL_MACHINE", r"SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients"),
)
_QUESTION, _YES = 0x04 | 0x20 | 0x10000, 6  # of MessageBoxW: yes and no, a question mark, in front


class Native(NamedTuple):
    """What Windows is asked for."""

    is_there: Callable[[], bool]
    ask: Callable[[str], bool]
    run: Callable[[Sequence[str]], int]


def offer_webview2(workspace: Path, beside: Path, native: Native) -> bool:
    """Offer to install it where it is missing; return whether the installer says that it has.

    Nobody is asked where the installer is not in the folder *beside*, nor a second time after a no.
    """
    installer, declined = beside / BOOTSTRAPPER, workspace / DECLINED
    if not installer.is_file() or declined.exists() or native.is_there():
        return False
    if not native.ask(_(GET_WEBVIEW)):
        declined.touch(mode=0o600)
        return False
    return native.run([str(installer), *OPTIONS]) == 0


def windows() -> Native:
    """Return Windows itself."""
    return Native(is_there=_is_there, ask=_ask, run=_run)


def program_folder() -> Path:
    """Return where the program lies."""
    return Path(sys.executable).parent


def _is_there() -> bool:
    """Look where Microsoft says that its version stands (learn.microsoft.com, distribution of WebView2)."""
    registry: Any = importlib.import_module("winreg")
    for root, folder in _PLACES:
        for client in _CLIENTS:
            try:
                with registry.OpenKey(getattr(registry, root), rf"{folder}\{client}") as key:
                    version, _kind = registry.QueryValueEx(key, "pv")
            except OSError:
                continue
            if version and version != "0.0.0.0":  # noqa: S104 - a version that was removed, no address
                return True
    return False


def _ask(question: str) -> bool:
    ctypes: Any = importlib.import_module("ctypes")
    return bool(ctypes.windll.user32.MessageBoxW(None, question, "Hunch", _QUESTION) == _YES)


def _run(command: Sequence[str]) -> int:
    return subprocess.run(command, check=False).returncode  # noqa: S603 - it lies beside the program
