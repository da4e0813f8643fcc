"""One-use tickets for files of this computer: a page holds the ticket, the path stays here."""

import secrets
import threading
from pathlib import Path

MOST_TICKETS = 32


class Tickets:
    """Paths that the person chose in a native dialog and that no page may read or forge."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._lock = threading.Lock()

    def issue(self, path: Path) -> str:
        """Return a ticket for *path*; the oldest one that nobody used falls away when there are many."""
        ticket = secrets.token_urlsafe(16)
        with self._lock:
            self._paths[ticket] = path
            while len(self._paths) > MOST_TICKETS:
                del self._paths[next(iter(self._paths))]
        return ticket

    def redeem(self, ticket: str) -> Path | None:
        """Return the path and forget the ticket; None where there is no such ticket any more."""
        with self._lock:
            return self._paths.pop(ticket, None)
