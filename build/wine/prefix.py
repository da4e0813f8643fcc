"""A Windows of wine in a folder of ours: programs run in it, and its disk C: is a folder here."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from threading import Thread
from typing import IO

OUT = Path(__file__).resolve().parents[2] / "out" / "wine"
PATIENCE = 600  # seconds
AFTER_THE_END = 5  # seconds


@dataclass(frozen=True, slots=True)
class Prefix:
    """One Windows; no screen is needed, and its Mono and its browser are left out."""

    folder: Path = OUT / "prefix"

    @property
    def drive(self) -> Path:
        """Return the folder that programs see as C:."""
        return self.folder / "drive_c"

    def here(self, name: str) -> Path:
        r"""Return where a file of C: lies for Linux: `C:\users\x` is `.../drive_c/users/x`."""
        return self.drive.joinpath(*PureWindowsPath(name).parts[1:])

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables for wine: names in UTF-8; no screen, no proxy, nothing for our own Python."""
        foreign = ("DISPLAY", "WAYLAND_DISPLAY", "VIRTUAL_ENV")
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in foreign
            and not name.lower().startswith(("python", "hunch_"))
            and "proxy" not in name.lower()
        }
        ours = {
            "WINEPREFIX": str(self.folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winedbg.exe,winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
        }
        return kept | ours | dict(more or {})

    def start(
        self, command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a program; it gets pipes, since wine's C library cannot tell what a file as output is."""
        return subprocess.Popen(
            ["wine", *command],
            cwd=folder or self.drive,
            env=self.environment(more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def run(
        self,
        command: Sequence[str],
        *,
        folder: Path | None = None,
        more: Mapping[str, str] | None = None,
        patience: float = PATIENCE,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; raises TimeoutExpired after *patience* seconds, and ends it then."""
        process = self.start(command, folder=folder, more=more)
        out, err = Heard(process.stdout), Heard(process.stderr)
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(patience)
        finally:
            process.kill()
        return subprocess.CompletedProcess(command, process.returncode, out.text(), err.text())

    def must(self, command: Sequence[str], **how: Path | Mapping[str, str] | float | None) -> str:
        """Run a program that has to end with 0; return what it wrote, or raise RuntimeError with that."""
        done = self.run(command, **how)  # type: ignore[arg-type]  # passed on as they are
        if done.returncode:
            raise RuntimeError(
                f"{command[0]} ended with {done.returncode}.\n{(done.stdout + done.stderr)[-5000:]}"
            )
        return done.stdout

    def keep(self) -> None:
        """Keep its services from one program to the next; started by one, they would hold its pipes open."""
        nothing = subprocess.DEVNULL
        for command in (["wineserver", "-p"], ["wine", "wineboot"]):
            subprocess.run(
                command, env=self.environment(), check=True, stdin=nothing, stdout=nothing, stderr=nothing
            )

    def stop(self) -> None:
        """End all that runs in this Windows, and nothing else."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False, capture_output=True)

    def kill(self, program: str, *, only_first: bool = False) -> None:
        """Kill the processes that run a program, or the one that was started first and started the others."""
        for number in self.running(program)[: 1 if only_first else None]:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    def running(self, program: str) -> list[int]:
        """Return the ids, as Linux knows them, of the processes that run a program of this file name."""
        return [number for number, name in _processes(self.folder) if name.lower() == program.lower()]


class Heard:
    """What a program wrote, also where what it began, as the desktop of wine, holds its pipe open longer."""

    def __init__(self, pipe: IO[str] | None) -> None:
        """Listen to *pipe* from now on."""
        self._lines: list[str] = []
        self._listening = Thread(target=self._listen, args=(pipe,), daemon=True)
        self._listening.start()

    def _listen(self, pipe: IO[str]) -> None:
        with pipe:
            self._lines.extend(pipe)

    def text(self) -> str:
        """Return what was written up to the end, or up to some seconds after it."""
        self._listening.join(AFTER_THE_END)
        return "".join(self._lines)


def _processes(prefix: Path) -> Iterator[tuple[int, str]]:
    """Yield the processes of one Windows with the file name that each was started by."""
    for entry in sorted(Path("/proc").glob("[0-9]*"), key=lambda entry: int(entry.name)):
        try:
            if f"WINEPREFIX={prefix}".encode() not in (entry / "environ").read_bytes().split(b"\0"):
                continue
            first = (entry / "cmdline").read_bytes().split(b"\0")[0].decode("utf-8", "replace")
        except OSError:
            continue  # it has ended, or is somebody else's
        if "\\" in first:
            yield int(entry.name), PureWindowsPath(first).name
