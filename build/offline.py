"""Takes the network away from a command: it sees its own loopback and nothing else.

    python build/offline.py COMMAND ...

Needs the right to make a network namespace (root on Linux); elsewhere commands run as they are.
"""

import os
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1


def wrapped(command: Sequence[str]) -> list[str]:
    """Return *command* so that it runs without a network, where that is allowed."""
    if not is_allowed():
        return list(command)
    return ["unshare", "--net", sys.executable, str(Path(__file__).resolve()), *command]


@cache
def is_allowed() -> bool:
    """Whether this user may make a network namespace here."""
    if not sys.platform.startswith("linux") or not shutil.which("unshare"):
        return False
    return subprocess.call(["unshare", "--net", "true"], stderr=subprocess.DEVNULL) == 0


def _raise_loopback() -> None:
    """Do what `ip link set lo up` does; that program is not on every computer."""
    import fcntl  # not on Windows, where this is never called

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        asked = struct.pack("16sh22x", b"lo", 0)
        _name, flags = struct.unpack("16sh22x", fcntl.ioctl(control, SIOCGIFFLAGS, asked))
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags | IFF_UP))


if __name__ == "__main__":
    _raise_loopback()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command it was asked for
