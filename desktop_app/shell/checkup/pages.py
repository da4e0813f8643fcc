"""Whether pages can be shown: the connection to this computer itself, proxies in its way, and the window."""

import socket
from pathlib import Path
from typing import Literal

from desktop_app.language import _
from desktop_app.records.checkup import Finding
from desktop_app.shell.webview2 import BOOTSTRAPPER, program_folder
from desktop_app.shell.webview_parts import WEBVIEW2, hindrance

ShownIn = Literal["window", "browser", "command"]


def reach_findings(shown_in: ShownIn) -> tuple[Finding, ...]:
    """Return whether pages reach the person."""
    return (window_finding(shown_in), loopback_finding(), *proxy_findings())


def window_finding(shown_in: ShownIn) -> Finding:
    """Return whether there can be a window; a computer without a screen is not wrong."""
    if shown_in == "window":  # asking the system again could disturb the one that is open
        return _seen(_("shown now"), told="shown")
    found = hindrance()
    if found is None:
        return _seen(_("can be shown"), told="can be shown")
    if not found.part:
        return _seen(_("no screen: commands and the browser work"), told="no screen")
    return Finding(
        code="window",
        thing=_("Window"),
        value=_("{part} is missing").format(part=found.part),
        fine=False,
        effect=_("Hunch is shown in a browser"),
        fix=part_fix(found.part, program_folder() / BOOTSTRAPPER),
        told=found.part,
    )


def part_fix(part: str, bootstrapper: Path) -> str:
    """Return how a missing part of the window is installed; *bootstrapper* brings that of Windows."""
    if part == WEBVIEW2 and bootstrapper.is_file():
        return _("Start {path} once: it installs {part}. It needs the internet.").format(
            path=bootstrapper, part=part
        )
    return _("Install {part} for a window of its own.").format(part=part)


def _seen(value: str, *, told: str) -> Finding:
    return Finding(code="window", thing=_("Window"), value=value, told=told)


def loopback_finding() -> Finding:
    """Return whether a connection on the loopback address carries a byte."""
    fine = _talks_to_itself()
    return Finding(
        code="loopback",
        thing=_("Connection to this computer itself (127.0.0.1)"),
        value=_("open") if fine else _("blocked"),
        fine=fine,
        effect=_("no page can be shown"),
        fix=_("Ask IT to allow this program on 127.0.0.1. Nothing else is needed."),
        told="open" if fine else "blocked",
    )


def _talks_to_itself() -> bool:
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(3)
            with socket.create_connection(server.getsockname(), timeout=3) as one:
                other, _address = server.accept()
                with other:
                    one.sendall(b"?")
                    other.settimeout(3)
                    return other.recv(1) == b"?"
    except OSError:
        return False


def proxy_findings() -> tuple[Finding, ...]:
    """Return that this computer has a proxy, if it has; pages of Hunch never go through it."""
    from urllib.request import getproxies, proxy_bypass

    kinds = sorted(getproxies().keys() - {"no"})
    if not kinds:
        return ()
    is_around = bool(proxy_bypass("127.0.0.1"))
    around = _("127.0.0.1 goes around it")
    alone = _("Hunch goes around it; programs of yours that ask Hunch need 127.0.0.1 in no_proxy")
    return (
        Finding(
            code="proxy",
            thing=_("Proxy of your network ({kinds})").format(kinds=", ".join(kinds)),
            value=around if is_around else alone,
            told="goes around 127.0.0.1" if is_around else "catches 127.0.0.1",
        ),
    )
