"""Starts of the program under conditions that are really made, and what a person saw of each."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.e2e.screen import wait_until

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds
# Runs what follows in file systems or a network of its own, prepared by the first line; needs root.
ALONE = ("unshare", "--mount", "sh", "-ec")
CUT_OFF = ("unshare", "--net")


def may_be_alone() -> bool:
    """Whether this computer lets a test make file systems and networks of its own."""
    if not sys.platform.startswith("linux") or os.geteuid() or not shutil.which("unshare"):
        return False
    tried = subprocess.run([*CUT_OFF, "--mount", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def prepared(preparing: str) -> tuple[str, ...]:
    """Return what starts a program after a line of shell, in a world of its own."""
    return (*ALONE, f'{preparing}; exec "$@"', "sh")


@dataclass
class Start:
    """One start, as by an icon: nobody reads what it prints, and a browser only notes what it is to show."""

    folder: Path  # of this test
    workspace: Path | None
    arguments: Sequence[str] = ()
    environment: Mapping[str, str | None] = field(default_factory=dict)
    within: Sequence[str] = ()

    def __post_init__(self) -> None:
        browser = self.folder / "browser"
        self.browsed = self.folder / "browsed"
        browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{self.browsed}"\n')
        browser.chmod(0o755)
        known = {**os.environ, "DISPLAY": None, "WAYLAND_DISPLAY": None, "BROWSER": str(browser)}
        known |= {"HUNCH_WORKSPACE": str(self.workspace) if self.workspace else None, **self.environment}
        self.process = psutil.Popen(
            [*self.within, sys.executable, str(ROOT / "main.py"), *self.arguments],
            env={name: value for name, value in known.items() if value is not None},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for_browser(self) -> str:
        """Return what the browser was asked to show."""
        wait_until(lambda: self.browsed.exists() and self.browsed.read_text().endswith("\n"), PATIENCE)
        return self.browsed.read_text().strip()

    def first_line(self) -> str:
        """Return the first line it prints."""
        return str(self.process.stdout.readline()).strip()

    def end(self) -> tuple[int, str, str]:
        """Let it end by itself; return its code and what it printed."""
        said, complained = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, complained

    def stop(self) -> tuple[int, str, str]:
        """End it, as the system does when a person goes home."""
        self.process.send_signal(signal.SIGTERM)
        return self.end()

    def kill(self) -> None:
        """End it in the middle of what it does."""
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)
