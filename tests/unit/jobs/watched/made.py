"""A watched folder with a fake clock, and an answerer that answers when it is told to."""

import os
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.jobs.watched.watcher import EVERY, Watcher
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.orders import PredictedFile, PredictFileOrder, Written
from desktop_app.records.watched import Event, Task

FITS = Preflight(fit="fits", rows=2, notices=(Notice(code="check.fits", values={"rows": 2, "columns": 1}),))
ANSWERS = Answers(rows=2, cautions=0, preflight=FITS, headings=("prediction",), counts={"yes": 1, "no": 1})


class FakeClock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class FakeAnswers:
    """Answers by copying the file in capitals; refuses what it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refuses: dict[str, AppError] = {}
        self.is_slow = False
        self.given_up = 0
        self._order: PredictFileOrder | None = None

    def begin(self, order: PredictFileOrder, size: int) -> str:
        self.asked.append(Path(order.path).name)
        self._order = order
        return str(size)

    def outcome(self, ticket: str) -> PredictedFile | AppError | None:  # noqa: ARG002 - there is one
        assert self._order
        if self.is_slow:
            return None
        path = Path(self._order.path)
        if path.name in self.refuses:
            return self.refuses[path.name]
        content = path.read_text().upper()
        Path(self._order.out).write_text(content)
        return PredictedFile(answers=ANSWERS, written=Written(path=self._order.out, size=len(content)))

    def give_up(self, ticket: str) -> None:  # noqa: ARG002 - there is one
        self.given_up += 1


class Scene:
    """A folder "inbox" and those who look after it; `restart` is what a new start of the program does."""

    def __init__(self, tmp_path: Path) -> None:
        self.inbox, self.out, self.room = (
            tmp_path / "inbox",
            tmp_path / "inbox" / "answered",
            tmp_path / "room",
        )
        self.inbox.mkdir()
        self.model = tmp_path / "left.hunch"
        self.model.write_text("a model")
        self.clock, self.answers = FakeClock(), FakeAnswers()
        self.order = PredictFileOrder(model=str(self.model), path="", out="")
        self.watcher = self.restart()

    def restart(self, **changes: Path) -> Watcher:
        task = Task(folder=str(self.inbox), out=str(changes.get("out", self.out)), model="left")
        self.watcher = Watcher(task, self.order, self.answers, self.room, self.clock)
        return self.watcher

    def write(self, name: str, text: str = "a,b\n1,2\n", *, modified: int = 1_000_000_000) -> Path:
        path = self.inbox / name
        path.write_text(text)
        os.utime(path, (modified, modified))
        return path

    def look(self, times: int = 1) -> list[Event]:
        """Look so often into the folder, and do all that follows."""
        events = []
        for _ in range(times):
            events.append(self.watcher.turn())
            while self.watcher.is_busy and not (self.answers.is_slow and self.watcher.told.now):
                events.append(self.watcher.turn())
            self.clock.now += EVERY
        return [event for event in events if event]

    def left(self) -> list[str]:
        """Return what lies in the folder of answers, but for the memory."""
        return sorted(path.name for path in self.out.iterdir() if not path.name.startswith(".hunch-answered"))
