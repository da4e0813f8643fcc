"""Who may come in: links that work once, the session they open, and the token that every change needs."""

import secrets
import threading
from collections.abc import Callable

MOST_LINKS = 8


class Beginning:
    """What is to be said of one start of the program, until the person has put it away."""

    def __init__(self, *, reason: Callable[[], str] = str, was_killed: bool = False) -> None:
        # Says why the pages are shown in a browser, where that was not wished; in the language of the moment.
        self.reason = reason
        self.was_killed = was_killed  # the run before did not end by itself

    def put_away(self) -> None:
        """Say nothing of it any more."""
        self.reason, self.was_killed = str, False


class Entrance:
    """The secrets of one start of the program; they live in this process's memory only."""

    def __init__(self, *, window: bool, port: int = 0, beginning: Beginning | None = None) -> None:
        self.window = window  # our own window: the first load uses the link up; else its button does
        self.port = port  # set as soon as the server's socket is bound
        self.beginning = beginning or Beginning()
        self.session = secrets.token_urlsafe(32)
        self.token = secrets.token_urlsafe(32)
        self.handover_key = secrets.token_urlsafe(32)
        self._goals: dict[str, str] = {}  # link key -> page it leads to
        self._lock = threading.Lock()

    @property
    def host(self) -> str:
        """The one Host header that is ours."""
        return f"127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        """The one origin that our pages have."""
        return f"http://{self.host}"

    @property
    def cookie(self) -> str:
        """The name of the session cookie; with the port, since cookies are shared between ports."""
        return f"hunch-{self.port}"

    def link(self, goal: str = "/") -> str:
        """Return a new link that opens a session once and leads to the page *goal*."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._goals[key] = goal
            while len(self._goals) > MOST_LINKS:
                del self._goals[next(iter(self._goals))]
        return f"{self.origin}/enter?key={key}"

    def knows(self, key: str) -> bool:
        """Whether *key* belongs to a link that was not used yet."""
        return self._find(key) is not None

    def use_up(self, key: str) -> str | None:
        """Return the page the link leads to, and let it work no more; None for a key that is not ours."""
        with self._lock:
            known = self._find(key)
            return self._goals.pop(known) if known else None

    def is_session(self, given: str) -> bool:
        """Whether *given* is this start's session."""
        return _same(given, self.session)

    def is_token(self, given: str) -> bool:
        """Whether *given* is this start's token."""
        return _same(given, self.token)

    def is_handover_key(self, given: str) -> bool:
        """Whether *given* is the key that `instance.json` holds."""
        return _same(given, self.handover_key)

    def _find(self, given: str) -> str | None:
        return next((key for key in list(self._goals) if _same(given, key)), None)


def _same(given: str, ours: str) -> bool:
    return secrets.compare_digest(given.encode(errors="replace"), ours.encode())
