"""Rounds over the watched folders of a workspace, with a queue that works when a test says so."""

from pathlib import Path

from desktop_app.jobs.watched.rounds import Rounds
from desktop_app.records.jobs import Job, Lane, Problem
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import PredictedFile, Written
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.watched.made import ANSWERS, FakeClock


class Queue:
    """Takes jobs; `work` does the first that waits."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.waiting: list[Job] = []
        self.lanes: list[Lane] = []

    def submit(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        job = self.workspace.jobs.add(journey, params, lane=lane, subject=subject)
        self.waiting.append(job)
        self.lanes.append(lane)
        return job

    def cancel(self, job_id: str) -> None:
        self.waiting = [job for job in self.waiting if job.id != job_id]
        self.workspace.jobs.cancel(job_id)

    def work(self) -> None:
        job = self.waiting.pop(0)
        path, out = Path(str(job.params["path"])), Path(str(job.params["out"]))
        if path.name.startswith("bad"):
            self.workspace.jobs.fail(job.id, Problem(code="refuse.empty", values={"file": path.name}))
            return
        out.write_bytes(path.read_bytes())
        written = Written(path=str(out), size=1)
        self.workspace.land(job, to_json(PredictedFile(answers=ANSWERS, written=written)))


def watch(workspace: Workspace, training: StoredTraining, folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    return workspace.watches.add(training.id, str(folder), str(folder / "answered")).id


def go(rounds: Rounds, clock: FakeClock, times: int = 4) -> None:
    for _ in range(times):
        rounds.go()
        clock.now += 1.0
