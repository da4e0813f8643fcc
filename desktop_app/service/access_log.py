"""The log of a service: a line of JSON a request, with times and counts and nothing of what was asked."""

import json
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Flask, Response, g, request

from desktop_app.service.metrics import Metrics

log = logging.getLogger(__name__)

_ROOM = __name__.partition(".")[0]  # whose words are ours


class _Lines(logging.Formatter):
    """Each record as one object of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: what the record says, and when and how grave it is."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        facts = {"time": when, "level": record.levelname.lower(), "message": record.getMessage()}
        return json.dumps(facts | getattr(record, "facts", {}))


def log_to_stderr(level: int = logging.INFO) -> logging.Handler:
    """Write what the service notes down to stderr, for whoever collects it; called twice, once."""
    room = logging.getLogger(_ROOM)
    for known in room.handlers:
        if isinstance(known.formatter, _Lines):
            return known
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    handler.setLevel(level)
    room.addHandler(handler)
    room.setLevel(logging.INFO)
    return handler


@contextmanager
def logging_to_stderr(*, quiet: bool) -> Iterator[None]:
    """Do so meanwhile; where it should be *quiet*, only what is wrong is written."""
    handler = log_to_stderr(logging.WARNING if quiet else logging.INFO)
    try:
        yield
    finally:
        logging.getLogger(_ROOM).removeHandler(handler)


def install(app: Flask, metrics: Metrics) -> None:
    """Count every request, and note it down."""

    def begin() -> None:
        g.begun = time.monotonic()

    def end(response: Response) -> Response:
        seconds = time.monotonic() - g.begun
        # The rule, not the address: who asks may have written anything into that.
        route = request.url_rule.rule if request.url_rule else "none"
        metrics.count(route, response.status_code, seconds)
        facts = {
            "method": request.method if request.method.isalpha() and len(request.method) < 10 else "?",
            "route": route,
            "status": response.status_code,
            "seconds": round(seconds, 4),
            **{name: g.get(name) for name in ("rows", "cautions", "code") if g.get(name) is not None},
        }
        log.info("request", extra={"facts": facts})
        return response

    app.before_request(begin)
    app.after_request(end)
