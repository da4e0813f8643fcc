"""Counts of a service, in the text format of Prometheus: how many, how long, never what."""

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_ENDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
_ERRORS_FROM = 400


class Metrics:
    """Counts requests; any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._steps: Counter[int] = Counter()
        self._seconds = 0.0
        self._rows = self._cautions = 0

    def count(self, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        with self._lock:
            self._requests[route, status] += 1
            self._steps[bisect_left(_ENDS, seconds)] += 1
            self._seconds += seconds

    def answered(self, rows: int, cautions: int) -> None:
        """Count rows that were answered, and those of them with a caution."""
        with self._lock:
            self._rows += rows
            self._cautions += cautions

    def text(self, *, is_ready: bool, starts: int) -> str:
        """Return all counts."""
        with self._lock:
            return "\n".join(self._lines(is_ready=is_ready, starts=starts)) + "\n"

    def _lines(self, *, is_ready: bool, starts: int) -> Iterator[str]:
        yield from _head("hunch_requests_total", "counter", "Requests by route and status.")
        for (route, status), count in sorted(self._requests.items()):
            yield f'hunch_requests_total{{route="{route}",status="{status}"}} {count}'
        errors = sum(count for (_, status), count in self._requests.items() if status >= _ERRORS_FROM)
        yield from _single("hunch_errors_total", "counter", "Requests that were not answered.", errors)
        yield from _single("hunch_rows_total", "counter", "Rows that were answered.", self._rows)
        yield from _single("hunch_cautions_total", "counter", "Rows with a caution.", self._cautions)
        yield from self._histogram()
        ready = "Whether the model is open."
        yield from _single("hunch_model_ready", "gauge", ready, int(is_ready))
        yield from _single("hunch_worker_starts_total", "counter", "Workers that were started.", starts)

    def _histogram(self) -> Iterator[str]:
        name, total = "hunch_request_seconds", 0
        yield from _head(name, "histogram", "How long requests took.")
        for step, end in enumerate(_ENDS):
            total += self._steps[step]
            yield f'{name}_bucket{{le="{end}"}} {total}'
        total += self._steps[len(_ENDS)]
        yield f'{name}_bucket{{le="+Inf"}} {total}'
        yield f"{name}_sum {self._seconds:.6f}"
        yield f"{name}_count {total}"


def _head(name: str, kind: str, what: str) -> Iterator[str]:
    yield f"# HELP {name} {what}"
    yield f"# TYPE {name} {kind}"


def _single(name: str, kind: str, what: str, count: int) -> Iterator[str]:
    yield from _head(name, kind, what)
    yield f"{name} {count}"
