"""Where no browser can be opened and nobody reads a terminal, the system itself says where the link lies."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.shell.browser import PAGE

LINK = "http://127.0.0.1:1/enter?key=secret"
SHOW = f"""
import sys, threading
from pathlib import Path
from desktop_app.shell.browser import serve_pages
threading.Timer(1.0, lambda: __import__("os").kill(__import__("os").getpid(), 15)).start()
serve_pages(str, {LINK!r}, Path(sys.argv[1]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as on Linux")
def test_without_a_browser_a_message_names_the_page_with_the_link_and_no_key(tmp_path: Path) -> None:
    zenity, heard = tmp_path / "zenity", tmp_path / "heard"
    zenity.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{heard}"\n')
    zenity.chmod(0o755)
    known = {name: value for name, value in os.environ.items() if name not in ("BROWSER", "WAYLAND_DISPLAY")}
    known |= {"DISPLAY": ":9999", "PATH": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}

    command = [sys.executable, "-c", SHOW, str(tmp_path)]
    subprocess.run(command, env=known, capture_output=True, check=True, timeout=60)

    assert heard.read_text().endswith(
        f"No browser could be opened to show Hunch.\n\nOpen this file in a browser: {tmp_path / PAGE}\n"
    )
    assert "secret" not in heard.read_text()
