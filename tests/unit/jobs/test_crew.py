"""Workers are handed out, each for one job."""

from collections import UserDict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop_app.jobs.crew import Crew
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.process import WorkerProcess
from desktop_app.journeys.journey import Journey
from desktop_app.records.jobs import Finished, Message, Order, Problem, Progress
from desktop_app.settings import Settings
from tests import journeys_for_tests


class InPart(UserDict[str, Journey]):
    def __getitem__(self, name: str) -> Journey:
        if name == "train":
            raise ImportError("a library is missing")
        return super().__getitem__(name)


def load_in_part() -> Mapping[str, Journey]:
    return InPart(journeys_for_tests.load())


@pytest.fixture
def crew(settings: Settings) -> Iterator[Crew]:
    """A crew for which one journey cannot be loaded."""
    crew = Crew(load_in_part, limits_of(settings))
    yield crew
    crew.send_home()


def outcome(worker: WorkerProcess, folder: Path) -> Message:
    """Return what comes of another journey."""
    worker.give(Order(journey="wait", params={"seconds": 0}, folder=str(folder)))
    while isinstance(message := worker.receive(), Progress):
        pass
    worker.end()
    return message


def test_a_light_job_leaves_the_spare_to_those_that_need_it(crew: Crew) -> None:
    crew.want_spare()
    crew.start_spare_if_due()

    crew.take("arrange").end()
    is_kept = crew.due_in() is None
    crew.take("wait").end()

    assert is_kept
    assert crew.due_in() is not None


def test_a_new_worker_loads_what_its_job_needs_and_the_spare_one_all(crew: Crew, tmp_path: Path) -> None:
    new = outcome(crew.take("wait"), tmp_path)
    crew.want_spare()
    crew.start_spare_if_due()
    spare = outcome(crew.take("wait"), tmp_path)

    assert isinstance(new, Finished)
    assert isinstance(spare, Problem)
