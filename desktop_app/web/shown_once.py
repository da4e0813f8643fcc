"""Secrets that a page shows once: made by a form, shown by the page that follows, and forgotten."""

import threading

MOST = 8


class ShownOnce:
    """The last secrets that were made, each until it is shown; in memory only."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}
        self._lock = threading.Lock()

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret until its name is asked for."""
        with self._lock:
            self._secrets[name] = secret
            while len(self._secrets) > MOST:
                del self._secrets[next(iter(self._secrets))]

    def take(self, name: str) -> str:
        """Return a secret and forget it; nothing where it was shown already."""
        with self._lock:
            return self._secrets.pop(name, "")
