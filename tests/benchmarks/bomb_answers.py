"""Whether the pages answer while a bomb is opened: `python -m tests.benchmarks bombs [TIMES] [SECONDS]`.

Each file of `tests.bombs` is brought to a running program as a browser brings it, TIMES as large as it has to
be, with the limits of the program itself. Meanwhile a page is asked for every 20 ms. A file that is neither
read nor refused within SECONDS is cancelled.
"""

import http.client
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.jobs.worker import load_on_demand
from desktop_app.records.jobs import Job
from desktop_app.settings import Settings, read_settings
from desktop_app.shell.server import LocalServer, open_door
from desktop_app.web.app import create_app
from desktop_app.web.context import Context
from desktop_app.web.entrance import Entrance
from desktop_app.web.guard import FIELD, HEADER
from desktop_app.web.uploads import SLICE, Uploads
from desktop_app.workspace.store import Workspace
from tests.bombs import BOMBS

SECONDS = 180
_PAUSE = 0.02  # seconds


@dataclass(slots=True, kw_only=True)
class Visitor:
    """A browser at the pages of a running program."""

    workspace: Workspace
    supervisor: Supervisor
    entrance: Entrance

    def ask(self, method: str, address: str, body: bytes = b"", kind: str = "") -> tuple[int, bytes, str]:
        """Return the status, the body, and where it leads to."""
        server = http.client.HTTPConnection("127.0.0.1", self.entrance.port, timeout=60)
        headers = {
            "Cookie": f"{self.entrance.cookie}={self.entrance.session}",
            HEADER: self.entrance.token,
            **({"Content-Type": kind} if kind else {}),
        }
        server.request(method, address, body, headers)
        answer = server.getresponse()
        found = answer.status, answer.read(), answer.headers.get("Location", "")
        server.close()
        return found

    def open_file(self, path: Path) -> str:
        """Bring a file in slices, as the page does, and return the job that reads it."""
        upload = json.loads(self.ask("POST", "/api/uploads")[1])["upload"]
        with path.open("rb") as file:
            while piece := file.read(SLICE):
                start = file.tell() - len(piece)
                self.ask("PUT", f"/api/uploads/{upload}?start={start}", piece, "application/octet-stream")
        form = urlencode({FIELD: self.entrance.token, "upload": upload, "name": path.name}).encode()
        goal = self.ask("POST", "/tables", form, "application/x-www-form-urlencoded")[2]
        return goal.rpartition("/")[2]

    def wait(self, job_id: str, seconds: float) -> Job:
        """Return the job when it is over; it is cancelled when it takes longer."""
        end = time.monotonic() + seconds
        while not (job := self.workspace.jobs.get(job_id)).is_over:
            if time.monotonic() > end:
                self.ask(
                    "POST", f"/opening/{job_id}/cancel", urlencode({FIELD: self.entrance.token}).encode()
                )
            time.sleep(_PAUSE)
        return job


@contextmanager
def visiting(settings: Settings) -> Iterator[Visitor]:
    """Run the program for somebody in a browser, with workers that load what they need."""
    with ExitStack() as ends:
        workspace = Workspace(settings.workspace)
        ends.callback(workspace.close)
        supervisor = Supervisor(workspace, settings, load=load_on_demand)
        ends.callback(supervisor.close)
        door = open_door()
        entrance = Entrance(window=False, port=door.getsockname()[1])
        here = Context(
            workspace=workspace,
            jobs=supervisor,
            entrance=entrance,
            uploads=Uploads(workspace.folder / "uploads"),
        )
        server = LocalServer(lambda: create_app(here), door)
        ends.callback(server.stop)
        server.start()
        yield Visitor(workspace=workspace, supervisor=supervisor, entrance=entrance)


class Asking:
    """Asks for a page again and again in a thread of its own, while it is entered."""

    def __init__(self, visitor: Visitor, address: str) -> None:
        self.took: list[float] = []  # seconds
        self.statuses: set[int] = set()
        self._visitor, self._address = visitor, address
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> "Asking":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._is_over.wait(_PAUSE):
            began = time.perf_counter()
            self.statuses.add(self._visitor.ask("GET", self._address)[0])
            self.took.append(time.perf_counter() - began)


def outcome_of(job: Job) -> str:
    """Return "read", or the code of the refusal."""
    return job.problem.code if job.problem else "read" if job.state == "finished" else job.state


def main(arguments: Sequence[str]) -> None:
    """Print one line a bomb: what became of it and how fast pages were meanwhile."""
    times, seconds = (*map(int, arguments), *(1, SECONDS)[len(arguments) :])
    print("| bomb | size, kB | outcome | s | answers | median, ms | 95th of 100 | worst | more memory, MB |")
    print("|---|---:|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="hunch-bombs-") as place:
        settings = read_settings({}).in_workspace(Path(place) / "workspace")
        with visiting(settings) as visitor:
            visitor.ask("GET", "/")
            for name in BOMBS:
                _measure(visitor, name, Path(place), times, seconds)


def _measure(visitor: Visitor, name: str, place: Path, times: int, seconds: int) -> None:
    bomb, path = BOMBS[name], place / BOMBS[name].name
    bomb.write(path, times)
    memory = psutil.Process().memory_info().rss
    began = time.monotonic()
    job_id = visitor.open_file(path)
    with Asking(visitor, f"/opening/{job_id}/progress") as asking:
        outcome = outcome_of(visitor.wait(job_id, seconds))
    took = sorted(1000 * one for one in asking.took) or [0.0]
    late = took[min(len(took) - 1, round(0.95 * len(took)))]
    more = (psutil.Process().memory_info().rss - memory) / 1e6
    print(
        f"| {name} | {path.stat().st_size / 1000:,.0f} | {outcome}{'' if outcome in bomb.codes else ' (!)'} "
        f"| {time.monotonic() - began:.1f} | {len(asking.took)} | {statistics.median(took):.0f} | {late:.0f} "
        f"| {took[-1]:.0f} | {more:.0f} |",
        flush=True,
    )
    path.unlink()
