"""The last things that pages come back for, in memory only: a page holds the name, the thing stays here."""

import secrets
import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LastKept(Generic[T]):
    """So many things by their names; the one that was kept first falls away where there are more."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: dict[str, T] = {}
        self._lock = threading.Lock()

    def keep(self, name: str, thing: T) -> None:
        """Keep a thing until its name is asked for."""
        with self._lock:
            self._things[name] = thing
            while len(self._things) > self._most:
                del self._things[next(iter(self._things))]

    def issue(self, thing: T) -> str:
        """Keep a thing, and return a name for it that nobody can guess."""
        name = secrets.token_urlsafe(16)
        self.keep(name, thing)
        return name

    def read(self, name: str) -> T | None:
        """Return a thing; None where there is none of that name any more."""
        return self._things.get(name)

    def take(self, name: str) -> T | None:
        """Return a thing and forget it; None where there is none of that name any more."""
        with self._lock:
            return self._things.pop(name, None)
