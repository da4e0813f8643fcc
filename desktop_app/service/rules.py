"""Who is answered by a service, and how much at a time."""

import hmac
import os
import re
import stat
import sys
from pathlib import Path

from desktop_app.errors import FileError, UsageError
from desktop_app.records.record import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
EVERYWHERE = ("0.0.0.0", "::", "[::]")  # noqa: S104 - names that nobody asks under
MOST_ROWS = 10_000  # of JSON
LARGEST_BODY = 16 * 1024 * 1024  # bytes
SECONDS = 30  # for one answer, the wait for its turn included
_TOKEN = re.compile(rb"[A-Za-z0-9\-._~+/=]{16,200}")  # as RFC 6750 writes one, and not guessed


class Token:
    """A secret that every request brings; it is not shown, wherever it may be printed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def is_in(self, header: str) -> bool:
        """Whether a header Authorization brings it; takes as long for every other one."""
        kind, _, given = header.partition(" ")
        said = given.strip().encode("utf-8", "replace")
        return hmac.compare_digest(said, self._secret) and kind.lower() == "bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Names under which it answers (with a port: under that port only), its token, and its limits."""

    hosts: tuple[str, ...] = LOOPBACK
    token: Token | None = None  # none: only this computer is answered
    most_rows: int = MOST_ROWS
    largest_body: int = LARGEST_BODY
    seconds: int = SECONDS

    @property
    def is_local(self) -> bool:
        """Whether only programs on this computer are answered."""
        return self.token is None

    @property
    def is_loopback(self) -> bool:
        """Whether it answers only under names of this computer itself."""
        return all(name_of(host) in LOOPBACK for host in self.hosts)

    def checked(self) -> "Rules":
        """Return these rules; raises UsageError where others would be answered without a token."""
        if self.is_local and not self.is_loopback:
            raise UsageError("service.needs_token")
        return self


def name_of(host: str) -> str:
    """Return a name or address without the port behind it, in small letters."""
    return re.sub(r":\d+$", "", host.lower())


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is that of this computer alone."""
    return host.lower() in ("127.0.0.1", "localhost", "::1", "[::1]")


def read_token(path: Path) -> Token:
    """Return the token in a file that others cannot read. Raises FileError, and UsageError for no token."""
    try:
        rights = path.stat().st_mode
        token = path.read_bytes().strip()
    except OSError as error:
        raise FileError("error.file_gone", file=path.name) from error
    if sys.platform != "win32" and rights & (stat.S_IRWXG | stat.S_IRWXO) and not _is_given(path):
        raise UsageError("service.open_token", file=path.name)
    if not _TOKEN.fullmatch(token):
        raise UsageError("service.bad_token", file=path.name)
    return Token(token)


def _is_given(path: Path) -> bool:
    """Whether a container's keeper of secrets put the file there, which only root can change."""
    return path.stat().st_uid == 0 and os.geteuid() != 0 and not os.access(path, os.W_OK)
